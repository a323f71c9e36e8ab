import { randomInt } from 'node:crypto';
import type { CompanyDto, CreateCompanyDto } from '@lotse/companies/contract';
import type { TestApi, TestOrganisation, TestPerson } from '@lotse/shared/testing';

/** Two organisations of one region and one of another, with people. */
export interface CompanyWorld {
  langen: TestOrganisation;
  rodgau: TestOrganisation;
  officer: TestPerson;
  colleague: TestPerson;
  manager: TestPerson;
  administrator: TestPerson;
  stranger: TestPerson;
  foreigner: TestPerson;
  /** A postal code that leads to Langen. */
  postalCode: string;
  ags: string;
}

/** A postal code no other spec uses; real ones begin with 0 to 9 as well, so a clash is only unlikely. */
export const freshPostalCode = (): string => String(randomInt(10_000, 99_999));

export async function companyWorld({ world }: TestApi): Promise<CompanyWorld> {
  const region = await world.region();
  const langen = await world.organisation(region);
  const rodgau = await world.organisation(region);
  const elsewhere = await world.organisation(await world.region());
  let postalCode = freshPostalCode();
  while ((await world.sql('select 1 from postal_codes where postal_code = $1', [postalCode])).length) postalCode = freshPostalCode();
  const { ags } = await world.municipality(langen, [postalCode]);
  return {
    langen,
    rodgau,
    officer: await world.person(langen, 'OFFICER', 'Olga Amt'),
    colleague: await world.person(langen, 'OFFICER'),
    manager: await world.person(langen, 'MANAGER'),
    administrator: await world.person(langen, 'ADMINISTRATOR'),
    stranger: await world.person(rodgau, ['OFFICER', 'LIAISON', 'MANAGER']),
    foreigner: await world.person(elsewhere, ['OFFICER', 'LIAISON']),
    postalCode,
    ags,
  };
}

/** The body other programs send, word by word. */
export const aCompany = ({ postalCode }: Pick<CompanyWorld, 'postalCode'>, changes: Partial<CreateCompanyDto> = {}): CreateCompanyDto => ({
  name: 'Müller Präzisionsteile GmbH',
  legalForm: 'GmbH',
  establishments: [{ street: 'Beispielstraße', houseNumber: '12a', postalCode, place: 'Beispielort' }],
  contacts: [{ firstName: 'Ada', lastName: 'Beispiel', email: 'Ada@Firma.example', phone: '06103 900 09-0' }],
  ...changes,
});

export async function createCompany(api: TestApi, person: TestPerson, input: CreateCompanyDto): Promise<CompanyDto> {
  const { status, body } = await api.as(person).post<CompanyDto>('/companies', input);
  if (status !== 201) throw new Error(`the company was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Opens a case of a company as an organisation, with all sections its own. */
export async function openCase(api: TestApi, person: TestPerson, companyId: string): Promise<string> {
  const [row] = await api.world.sql<{ id: string }>(
    `insert into service_cases (region_id, file_number, type, title, company_id, owner_org, officer_id, reader_orgs, reader_users)
     values ($1, gen_random_uuid()::text, 'EXPANSION', 'Neue Halle', $2, $3, $4, array[$3::uuid], array[$4::uuid]) returning id`,
    [person.regionId, companyId, person.organisationId, person.userId],
  );
  await api.world.sql(
    `insert into case_sections (case_id, section, reader_orgs, contributor_orgs)
     select $1, s, array[$2::uuid], array[$2::uuid] from unnest('{MASTER,CONTACTS,NOTES,DOCUMENTS,PERMITS,FEEDBACK}'::text[]) s`,
    [row?.id, person.organisationId],
  );
  return row?.id ?? '';
}

/** Shares sections of a case with another organisation, as an accepted handover does. */
export async function shareCase(api: TestApi, caseId: string, organisation: TestOrganisation, sections: string[]): Promise<void> {
  await api.world.sql(
    `insert into case_access (case_id, organisation_id, source, sections, may_contribute) values ($1, $2, 'SHARE', $3, true)`,
    [caseId, organisation.id, sections],
  );
  await api.world.sql('select refresh_case($1)', [caseId]);
}

/** Hands a case over, as an accepted transfer does. */
export async function transferCase(api: TestApi, caseId: string, from: TestPerson, to: TestPerson): Promise<void> {
  await api.world.sql(
    `insert into handovers (case_id, kind, state, from_org, to_org, reason_code, note, sections, due_on, due_at, offered_by_name, decided_at, file_number,
       case_type, confidential)
     select $1, 'TRANSFER', 'ACCEPTED', $2, $3, 'RESPONSIBILITY', 'Bitte', '{}', today_in_berlin(), now(), 'Probe', now(), file_number, type, confidential
     from service_cases where id = $1`,
    [caseId, from.organisationId, to.organisationId],
  );
  await api.world.sql('update service_cases set owner_org = $2, officer_id = $3 where id = $1', [caseId, to.organisationId, to.userId]);
  await api.world.sql('select refresh_case($1)', [caseId]);
}
