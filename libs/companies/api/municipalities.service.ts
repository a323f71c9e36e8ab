import { Injectable } from '@nestjs/common';
import {
  type MunicipalityDto,
  municipalityFor,
  type MunicipalityQueryDto,
  type MunicipalitySource,
  type MunicipalitySuggestionsDto,
  type PostalCodeRow,
} from '@lotse/companies/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';

/** What decides about the municipality of an address. */
export interface AddressInput {
  postalCode: string;
  place: string;
  /** AGS a person chose, or `OUTSIDE`. */
  ags?: string;
  municipalityReason?: string;
}

/** The municipality of an address and how it was found, as stored. */
export interface FoundMunicipality {
  ags: string | null;
  source: MunicipalitySource;
  reason: string | null;
}

/** Finds the municipality of an address; where the table of postal codes does not decide, a person does. */
@Injectable()
export class Municipalities {
  constructor(private readonly db: Database) {}

  /** What the postal code says, for the form to ask before it is sent. */
  suggest(actor: Actor, { postalCode, place }: MunicipalityQueryDto): Promise<MunicipalitySuggestionsDto> {
    return this.db.as(actor, async (tx) => {
      const table = await this.table(tx, actor, postalCode ?? '');
      const all = namesOf(table);
      const found = postalCode ? municipalityFor({ postalCode, place }, table) : { kind: 'UNKNOWN' as const };
      const keys = found.kind === 'CERTAIN' ? [found.ags] : found.kind === 'AMBIGUOUS' ? found.candidates : [...all.keys()];
      const items = keys.map((ags): MunicipalityDto => ({ ags, name: all.get(ags) ?? ags }));
      return { finding: found.kind, items, total: items.length };
    });
  }

  /**
   * @param pointer where the address stands in the request: `/establishments/0`, or nothing
   * @throws DomainError `municipality.ambiguous` or `municipality.postalCodeUnknown` with the candidates where a person has to choose
   */
  async find(tx: EntityManager, actor: Actor, address: AddressInput, pointer: string): Promise<FoundMunicipality> {
    const table = await this.table(tx, actor, address.postalCode);
    const names = namesOf(table);
    const found = municipalityFor(address, table);
    if (found.kind === 'CERTAIN' && (!address.ags || address.ags === found.ags)) {
      return { ags: found.ags, source: 'POSTAL_CODE', reason: null };
    }
    if (address.ags) return chosen(address.ags, address.municipalityReason, names, pointer);
    const code = found.kind === 'UNKNOWN' ? 'municipality.postalCodeUnknown' : 'municipality.ambiguous';
    const candidates = (found.kind === 'AMBIGUOUS' ? found.candidates : [...names.keys()]).map((ags) => ({
      ags,
      name: names.get(ags) ?? ags,
    }));
    throw new DomainError('invalid', code, { candidates }, [{ pointer: `${pointer}/postalCode`, code }]);
  }

  /** The rows of one postal code, wherever it lies, and those of the own region, whose names a place may mean. */
  private async table(tx: EntityManager, actor: Actor, postalCode: string): Promise<PostalCodeRow[]> {
    return tx.query<PostalCodeRow[]>(
      `select coalesce(p.postal_code, '') as "postalCode", m.ags, m.name, coalesce(p.is_delivery, false) as "isDelivery",
         coalesce(p.is_ambiguous, false) as "isAmbiguous"
       from municipalities m left join postal_codes p on p.ags = m.ags where m.region_id = $1 or p.postal_code = $2 order by m.name, p.postal_code`,
      [actor.regionId, postalCode],
    );
  }
}

const namesOf = (table: readonly PostalCodeRow[]): Map<string, string> => new Map(table.map(({ ags, name }) => [ags, name]));

function chosen(ags: string, reason: string | undefined, names: Map<string, string>, pointer: string): FoundMunicipality {
  if (!reason) throw DomainError.field(`${pointer}/municipalityReason`, 'required');
  if (ags === 'OUTSIDE') return { ags: null, source: 'OUTSIDE', reason };
  if (!names.has(ags)) throw DomainError.field(`${pointer}/ags`, 'municipality.unknown');
  return { ags, source: 'CHOSEN', reason };
}
