import type { CaseDto, CreateCaseDto } from '@lotse/cases/contract';
import type { TestApi, TestOrganisation, TestPerson } from '@lotse/shared/testing';

/** Two organisations of one region with people, and companies to open cases for. */
export interface CaseWorld {
  langen: TestOrganisation;
  rodgau: TestOrganisation;
  officer: TestPerson;
  colleague: TestPerson;
  manager: TestPerson;
  administrator: TestPerson;
  stranger: TestPerson;
  strangerLiaison: TestPerson;
  companyId: string;
  contactId: string;
  ags: string;
}

export async function caseWorld({ world }: TestApi): Promise<CaseWorld> {
  const region = await world.region();
  const langen = await world.organisation(region);
  const rodgau = await world.organisation(region);
  const { ags } = await world.municipality(langen);
  const companyId = await aCompany(world, langen, 'Müller Präzisionsteile GmbH');
  await world.sql(
    `insert into establishments (company_id, street, house_number, postal_code, place, ags, municipality_source, is_main)
     values ($1, 'Beispielweg', '1', '63225', 'Beispielort', $2, 'POSTAL_CODE', true)`,
    [companyId, ags],
  );
  const [contact] = await world.sql<{ id: string }>(
    `insert into contact_persons (company_id, owner_org, first_name, last_name, email) values ($1, $2, 'Ada', 'Beispiel', 'ada@firma.example') returning id`,
    [companyId, langen.id],
  );
  return {
    langen,
    rodgau,
    officer: await world.person(langen, 'OFFICER', 'Olga Amt'),
    colleague: await world.person(langen, 'OFFICER', 'Karl Amt'),
    manager: await world.person(langen, 'MANAGER', 'Maria Leitung'),
    administrator: await world.person(langen, 'ADMINISTRATOR'),
    stranger: await world.person(rodgau, ['OFFICER', 'MANAGER']),
    strangerLiaison: await world.person(rodgau, 'LIAISON'),
    companyId,
    contactId: contact?.id ?? '',
    ags,
  };
}

/** A company kept by an organisation. */
export async function aCompany(world: TestApi['world'], keeper: TestOrganisation, name: string, confidential = false): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `insert into companies (region_id, keeper_org, name, confidential, project_name) values ($1, $2, $3, $4, case when $4 then 'Projekt Morgenrot' end)
     returning id`,
    [keeper.regionId, keeper.id, name, confidential],
  );
  return row?.id ?? '';
}

/** Opens a case as a person. */
export async function aCase(api: TestApi, person: TestPerson, companyId: string, changes: Partial<CreateCaseDto> = {}): Promise<CaseDto> {
  const { status, body } = await api.as(person).post<CaseDto>('/cases', { type: 'EXPANSION', title: 'Neue Halle', companyId, ...changes });
  if (status !== 201) throw new Error(`the case was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Shares a case with another organisation, as an accepted handover does. */
export async function share(api: TestApi, caseId: string, organisation: TestOrganisation, sections: string[], mayContribute = false) {
  await api.world.sql(
    `insert into case_access (case_id, organisation_id, source, sections, may_contribute, liaisons_only)
     select $1, $2, 'SHARE', $3, $4, confidential from service_cases where id = $1`,
    [caseId, organisation.id, sections, mayContribute],
  );
  await api.world.sql('select refresh_case($1)', [caseId]);
}
