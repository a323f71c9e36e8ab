import { Injectable } from '@nestjs/common';
import type { ContactPersonDto, CreateContactPersonDto, UpdateContactPersonDto } from '@lotse/companies/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { phoneKey } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { CompanyReader } from './company-reader';
import { CONTACT } from './company-rows';
import { overtaken } from './overtaken';

const keyOf = (phone: string | null | undefined): string | null => (phone ? phoneKey(phone) || null : null);

/** People at companies. Every organisation keeps its own; others see them only with a case that shares them. */
@Injectable()
export class ContactPersons {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
  ) {}

  add(actor: Actor, companyId: string, input: CreateContactPersonDto): Promise<ContactPersonDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.require(tx, companyId);
      return this.one(tx, await this.insert(tx, companyId, input));
    });
  }

  /** An e-mail address comes with the notice of the right to object, unless the input says otherwise. */
  async insert(tx: EntityManager, companyId: string, input: CreateContactPersonDto): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into contact_persons (company_id, first_name, last_name, position, email, phone, phone_key, language, survey_notice_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9::boolean then today_in_berlin() end) returning id`,
      [
        companyId,
        input.firstName,
        input.lastName,
        input.position ?? null,
        input.email ?? null,
        input.phone ?? null,
        keyOf(input.phone),
        input.language ?? 'de',
        Boolean(input.email) && input.surveyNotice !== false,
      ],
    );
    return row?.id ?? '';
  }

  update(actor: Actor, id: string, version: number, input: UpdateContactPersonDto): Promise<ContactPersonDto> {
    return this.db.as(actor, async (tx) => {
      const stored = await this.one(tx, id);
      if (stored.organisationId !== actor.organisationId) throw new DomainError('forbidden', 'contact.notYours');
      checkVersion(stored.version, version, stored);
      const pick = <T>(given: T | undefined, kept: T): T => (given === undefined ? kept : given);
      const phone = pick(input.phone, stored.phone);
      const [, count] = await tx.query<[unknown, number]>(
        `update contact_persons set first_name = $3, last_name = $4, position = $5, email = $6, phone = $7, phone_key = $8, language = $9,
           survey_notice_on = case when $10::boolean then coalesce(survey_notice_on, today_in_berlin()) end,
           survey_objected_on = case when $11::boolean then coalesce(survey_objected_on, today_in_berlin()) end, version = version + 1
         where id = $1 and version = $2`,
        [
          id,
          version,
          pick(input.firstName, stored.firstName),
          pick(input.lastName, stored.lastName),
          pick(input.position, stored.position),
          pick(input.email, stored.email),
          phone,
          keyOf(phone),
          pick(input.language, stored.language),
          input.surveyNotice ?? stored.surveyNoticeOn !== null,
          input.surveyObjected ?? stored.surveyObjectedOn !== null,
        ],
      );
      if (!count) throw overtaken(await this.one(tx, id));
      return this.one(tx, id);
    });
  }

  private async one(tx: EntityManager, id: string): Promise<ContactPersonDto> {
    const [row] = await tx.query<ContactPersonDto[]>(
      `select ${CONTACT} from contact_persons p where p.id = $1 and ($2::boolean or can_read_contact(p.id))`,
      [id, this.reader.unchecked],
    );
    if (!row) throw new DomainError('notFound', 'contact.notFound');
    return row;
  }
}
