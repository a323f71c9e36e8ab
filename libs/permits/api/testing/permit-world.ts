import { CasesModule } from '@lotse/cases/api';
import type { CaseDto, CreateCaseDto } from '@lotse/cases/contract';
import type { AddPermitEventDto, CreateProcedureDto, ProcedureDto } from '@lotse/permits/contract';
import { testApi, type TestAnswer, type TestApi, type TestApiOptions, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { PermitsModule } from '../permits.module';

export type Refused = { code?: string; errors?: { pointer: string; code: string }[] };

/** Two organisations of one region with people, and a company of the first. */
export class PermitWorld {
  private constructor(
    readonly api: TestApi,
    readonly langen: TestOrganisation,
    readonly kreis: TestOrganisation,
    readonly officer: TestPerson,
    readonly manager: TestPerson,
    readonly stranger: TestPerson,
    readonly administrator: TestPerson,
    readonly companyId: string,
    readonly ags: string,
  ) {}

  static async open(options?: TestApiOptions): Promise<PermitWorld> {
    const api = await testApi([CasesModule, PermitsModule], options);
    const { world } = api;
    const region = await world.region();
    const langen = await world.organisation(region);
    const kreis = await world.organisation(region, 'DISTRICT');
    const { ags } = await world.municipality(langen);
    const [company] = await world.sql<{ id: string }>(
      `insert into companies (region_id, keeper_org, name) values ($1, $2, 'Genehmigungsprobe GmbH') returning id`,
      [region.id, langen.id],
    );
    const companyId = company?.id ?? '';
    await world.sql(
      `insert into establishments (company_id, street, house_number, postal_code, place, ags, municipality_source, is_main)
       values ($1, 'Beispielweg', '1', '63225', 'Beispielort', $2, 'POSTAL_CODE', true)`,
      [companyId, ags],
    );
    return new PermitWorld(
      api,
      langen,
      kreis,
      await world.person(langen, 'OFFICER', 'Olga Amt'),
      await world.person(langen, 'MANAGER'),
      await world.person(kreis, ['OFFICER', 'LIAISON', 'MANAGER']),
      await world.person(kreis, 'ADMINISTRATOR'),
      companyId,
      ags,
    );
  }

  close(): Promise<void> {
    return this.api.close();
  }

  async aCase(changes: Partial<CreateCaseDto> = {}): Promise<CaseDto> {
    const input = { type: 'PERMIT', title: 'Neue Halle mit Büro', companyId: this.companyId, ...changes };
    return made(await this.api.as(this.officer).post<CaseDto>('/cases', input));
  }

  async aProcedure(changes: Partial<CreateProcedureDto> = {}, caseId?: string): Promise<ProcedureDto> {
    const id = caseId ?? (await this.aCase()).id;
    return made(
      await this.api.as(this.officer).post<ProcedureDto>(`/cases/${id}/procedures`, { type: 'SIMPLIFIED_BUILDING_PERMIT', ...changes }),
    );
  }

  /** Records events one after the other; the procedure after the last. */
  async record(id: string, ...events: AddPermitEventDto[]): Promise<ProcedureDto> {
    let last: ProcedureDto | undefined;
    for (const event of events) last = made(await this.api.as(this.officer).post<ProcedureDto>(`/procedures/${id}/events`, event));
    if (!last) throw new Error('nothing was recorded');
    return last;
  }

  /** Shares a case as an accepted handover does. */
  async share(caseId: string, organisation: TestOrganisation, sections: string[], mayContribute = false): Promise<void> {
    await this.api.world.sql(
      `insert into case_access (case_id, organisation_id, source, sections, may_contribute) values ($1, $2, 'SHARE', $3, $4)`,
      [caseId, organisation.id, sections, mayContribute],
    );
    await this.api.world.sql('select refresh_case($1)', [caseId]);
  }
}

function made<T>({ status, body }: TestAnswer<T>): T {
  if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}
