import { Injectable } from '@nestjs/common';
import type { CreateEstablishmentDto, EstablishmentDto, UpdateEstablishmentDto } from '@lotse/companies/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';
import { CompanyReader } from './company-reader';
import { ESTABLISHMENT } from './company-rows';
import { type FoundMunicipality, Municipalities } from './municipalities.service';
import { overtaken } from './overtaken';

/** The places of companies. */
@Injectable()
export class Establishments {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
    private readonly municipalities: Municipalities,
  ) {}

  add(actor: Actor, companyId: string, input: CreateEstablishmentDto): Promise<EstablishmentDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.changeable(tx, companyId);
      const [{ found } = { found: false }] = await tx.query<{ found: boolean }[]>(
        'select exists (select from establishments where company_id = $1) as found',
        [companyId],
      );
      const isMain = input.isMain ?? !found;
      if (isMain) await this.clearMain(tx, companyId);
      const municipality = await this.municipalities.find(tx, actor, input, '');
      return this.one(tx, await this.insert(tx, companyId, input, municipality, isMain));
    });
  }

  /** The places of a company that is being entered; exactly one of them is the seat. */
  async addAll(tx: EntityManager, actor: Actor, companyId: string, inputs: readonly CreateEstablishmentDto[]): Promise<void> {
    const seat = Math.max(
      0,
      inputs.findIndex(({ isMain }) => isMain),
    );
    for (const [index, input] of inputs.entries()) {
      const municipality = await this.municipalities.find(tx, actor, input, `/establishments/${index}`);
      await this.insert(tx, companyId, input, municipality, index === seat);
    }
  }

  update(actor: Actor, id: string, version: number, input: UpdateEstablishmentDto): Promise<EstablishmentDto> {
    return this.db.as(actor, async (tx) => {
      const stored = await this.one(tx, id);
      await this.reader.changeable(tx, stored.companyId);
      checkVersion(stored.version, version, stored);
      const next = { ...stored, ...present(input) };
      const moved = next.postalCode !== stored.postalCode || next.place !== stored.place || input.ags !== undefined;
      const municipality: FoundMunicipality = moved
        ? await this.municipalities.find(tx, actor, { ...next, ags: input.ags, municipalityReason: input.municipalityReason }, '')
        : { ags: stored.ags, source: stored.municipalitySource, reason: stored.municipalityReason };
      if (stored.isMain && input.isMain === false) throw DomainError.field('/isMain', 'establishment.seatNeeded', 'rule');
      if (!stored.isMain && next.isMain) await this.clearMain(tx, stored.companyId);
      const [, count] = await tx.query<[unknown, number]>(
        `update establishments set name = $3, street = $4, house_number = $5, postal_code = $6, place = $7, ags = $8, municipality_source = $9,
           municipality_reason = $10, is_main = $11, version = version + 1 where id = $1 and version = $2`,
        [
          id,
          version,
          next.name,
          next.street,
          next.houseNumber,
          next.postalCode,
          next.place,
          municipality.ags,
          municipality.source,
          municipality.reason,
          next.isMain,
        ],
      );
      if (!count) throw overtaken(await this.one(tx, id));
      return this.one(tx, id);
    });
  }

  private async insert(
    tx: EntityManager,
    companyId: string,
    input: CreateEstablishmentDto,
    municipality: FoundMunicipality,
    isMain: boolean,
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into establishments (company_id, name, street, house_number, postal_code, place, ags, municipality_source, municipality_reason, is_main)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        companyId,
        input.name ?? null,
        input.street,
        input.houseNumber,
        input.postalCode,
        input.place,
        municipality.ags,
        municipality.source,
        municipality.reason,
        isMain,
      ],
    );
    return row?.id ?? '';
  }

  private async clearMain(tx: EntityManager, companyId: string): Promise<void> {
    await tx.query('update establishments set is_main = false, version = version + 1 where company_id = $1 and is_main', [companyId]);
  }

  private async one(tx: EntityManager, id: string): Promise<EstablishmentDto> {
    const [row] = await tx.query<EstablishmentDto[]>(
      `select ${ESTABLISHMENT} from establishments b left join municipalities m on m.ags = b.ags
       where b.id = $1 and ($2::boolean or can_read_company(b.company_id))`,
      [id, this.reader.unchecked],
    );
    if (!row) throw new DomainError('notFound', 'establishment.notFound');
    return row;
  }
}

/** Only the fields that were given. */
function present<T extends object>(input: T): Partial<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<T>;
}
