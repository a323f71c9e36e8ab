import type {
  CompanyDto,
  CompanyPageDto,
  ContactPersonDto,
  EstablishmentDto,
  IndustryPageDto,
  InteractionDto,
  InteractionPageDto,
  MunicipalitySuggestionsDto,
} from '@lotse/companies/contract';
import type { Problem } from '@lotse/shared/contract';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { aCompany, type CompanyWorld, companyWorld, createCompany, openCase, shareCase } from './companies.fixture';
import { CompaniesModule } from './companies.module';

let api: TestApi;
let at: CompanyWorld;
let company: CompanyDto;
beforeAll(async () => {
  api = await testApi([CompaniesModule]);
  at = await companyWorld(api);
});
beforeEach(async () => {
  company = await createCompany(api, at.officer, aCompany(at));
});
afterAll(() => api.close());

const yard = () => ({ street: 'Werkstraße', houseNumber: '3', postalCode: at.postalCode, place: 'Beispielort' });

describe('establishments', () => {
  it('are added and changed by the keeper, with one seat', async () => {
    const added = await api
      .as(at.officer)
      .post<EstablishmentDto>(`/companies/${company.id}/establishments`, { ...yard(), name: 'Werk II' });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ name: 'Werk II', isMain: false, ags: at.ags });
    const moved = await api
      .as(at.officer)
      .patch<EstablishmentDto>(`/establishments/${added.body.id}`, { isMain: true, name: null }, { version: 1 });
    expect(moved.body).toMatchObject({ name: null, isMain: true, version: 2 });
    const { body } = await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`);
    expect(body.establishments.map(({ isMain }) => isMain)).toEqual([true, false]);
    const seat = await api.as(at.officer).patch<Problem>(`/establishments/${added.body.id}`, { isMain: false }, { version: 2 });
    expect(seat.status).toBe(422);
  });

  it('find their municipality anew when they move', async () => {
    const id = company.establishments[0]?.id;
    const away = { postalCode: '00001', place: 'Fern' };
    const asked = await api.as(at.officer).patch<Problem>(`/establishments/${id}`, away, { version: 1 });
    expect([asked.status, asked.body.code]).toEqual([400, 'municipality.postalCodeUnknown']);
    const answered = { ...away, ags: 'OUTSIDE', municipalityReason: 'Laut Anruf weggezogen' };
    const { body } = await api.as(at.officer).patch<EstablishmentDto>(`/establishments/${id}`, answered, { version: 1 });
    expect(body).toMatchObject({ ags: null, municipalitySource: 'OUTSIDE', municipalityReason: 'Laut Anruf weggezogen' });
    const chosen = { ags: at.ags, municipalityReason: 'Postfach, Werk liegt hier' };
    const back = await api.as(at.officer).patch<EstablishmentDto>(`/establishments/${id}`, chosen, { version: 2 });
    expect(back.body).toMatchObject({ ags: at.ags, municipalitySource: 'CHOSEN', municipalityReason: 'Postfach, Werk liegt hier' });
  });

  it('are closed to others', async () => {
    const path = `/companies/${company.id}/establishments`;
    expect((await api.as(at.stranger).post(path, yard())).status).toBe(403);
    expect((await api.as(at.foreigner).post(path, yard())).status).toBe(404);
    expect((await api.as(at.manager).post(path, yard())).status).toBe(403);
    const id = company.establishments[0]?.id;
    expect((await api.as(at.stranger).patch(`/establishments/${id}`, { street: 'Fremd' }, { version: 1 })).status).toBe(403);
    expect((await api.as(at.foreigner).patch(`/establishments/${id}`, { street: 'Fremd' }, { version: 1 })).status).toBe(404);
    expect((await api.as(at.officer).patch(`/establishments/${id}`, { street: 'Neu' }, { version: 7 })).status).toBe(412);
    for (const field of ['street', 'houseNumber', 'postalCode', 'place', 'ags', 'municipalityReason', 'isMain']) {
      expect((await api.as(at.officer).patch(`/establishments/${id}`, { [field]: null }, { version: 1 })).status).toBe(400);
    }
  });
});

describe('contact persons', () => {
  it('belong to the organisation that entered them', async () => {
    const added = await api
      .as(at.stranger)
      .post<ContactPersonDto>(`/companies/${company.id}/contacts`, { firstName: 'Ben', lastName: 'Muster' });
    expect(added.body).toMatchObject({ firstName: 'Ben', organisationId: at.rodgau.id, surveyNoticeOn: null });
    const mine = await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`);
    expect(mine.body.contacts.map(({ firstName }) => firstName)).toEqual(['Ada']);
    expect((await api.as(at.officer).patch(`/contacts/${added.body.id}`, { firstName: 'X' }, { version: 1 })).status).toBe(404);
    expect((await api.as(at.foreigner).post(`/companies/${company.id}/contacts`, { firstName: 'A', lastName: 'B' })).status).toBe(404);
  });

  it('are changed with the version seen; number, notice and objection follow', async () => {
    const id = company.contacts[0]?.id;
    const { body } = await api
      .as(at.officer)
      .patch<ContactPersonDto>(`/contacts/${id}`, { phone: '0171 9000901', surveyObjected: true, surveyNotice: false }, { version: 1 });
    expect(body).toMatchObject({ phone: '0171 9000901', surveyNoticeOn: null, email: 'ada@firma.example', version: 2 });
    expect(body.surveyObjectedOn).toMatch(/^\d{4}-/);
    const found = await api.as(at.officer).get<CompanyPageDto>('/companies?q=%2B49171-9000901');
    expect(found.body.items[0]?.id).toBe(company.id);
    expect((await api.as(at.officer).patch(`/contacts/${id}`, { email: 'kaputt' }, { version: 2 })).status).toBe(400);
    expect((await api.as(at.officer).patch(`/contacts/${id}`, { email: null }, { version: 1 })).status).toBe(412);
  });

  it.each(['firstName', 'lastName', 'language', 'surveyNotice', 'surveyObjected'])('cannot be emptied of %s', async (field) => {
    const refused = await api.as(at.officer).patch<Problem>(`/contacts/${company.contacts[0]?.id}`, { [field]: null }, { version: 1 });
    expect(refused.status).toBe(400);
    expect(new Set(refused.body.errors?.map(({ pointer }) => pointer))).toEqual(new Set([`/${field}`]));
  });

  it('shared with a case are read, not changed', async () => {
    const caseId = await openCase(api, at.officer, company.id);
    await api.world.sql('update service_cases set contact_person_id = $2 where id = $1', [caseId, company.contacts[0]?.id]);
    await shareCase(api, caseId, at.rodgau, ['MASTER', 'CONTACTS']);
    const { status, body } = await api
      .as(at.stranger)
      .patch<Problem>(`/contacts/${company.contacts[0]?.id}`, { firstName: 'X' }, { version: 1 });
    expect([status, body.code]).toEqual([403, 'contact.notYours']);
  });
});

describe('interactions', () => {
  const call = { kind: 'CALL', text: 'Braucht mehr Fläche' };

  it('are logged for the company and stay within the organisation', async () => {
    const { status, body } = await api.as(at.officer).post<InteractionDto>(`/companies/${company.id}/interactions`, call);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'CALL',
      text: 'Braucht mehr Fläche',
      authorName: 'Olga Amt',
      organisationId: at.langen.id,
      caseId: null,
    });
    const colleague = await api.as(at.colleague).get<InteractionPageDto>(`/companies/${company.id}/interactions`);
    expect(colleague.body).toMatchObject({ total: 1, items: [{ id: body.id }] });
    const stranger = await api.as(at.stranger).get<InteractionPageDto>(`/companies/${company.id}/interactions`);
    expect(stranger.body).toEqual({ items: [], total: 0 });
    expect((await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`)).body.lastContactAt).toBe(body.occurredAt);
    expect((await api.as(at.stranger).get<CompanyDto>(`/companies/${company.id}`)).body.lastContactAt).toBeNull();
  });

  it('of a case stand in its timeline and are read by whoever reads its notes', async () => {
    const caseId = await openCase(api, at.officer, company.id);
    const { body } = await api.as(at.officer).post<InteractionDto>(`/companies/${company.id}/interactions`, { ...call, caseId });
    const events = await api.world.sql<{ kind: string; data: object }>('select kind, data from timeline_events where case_id = $1', [
      caseId,
    ]);
    expect(events).toMatchObject([{ kind: 'interaction.logged', data: { interactionId: body.id, text: 'Braucht mehr Fläche' } }]);
    await shareCase(api, caseId, at.rodgau, ['MASTER']);
    expect((await api.as(at.stranger).get<InteractionPageDto>(`/companies/${company.id}/interactions`)).body.total).toBe(0);
    await shareCase(api, caseId, at.rodgau, ['NOTES']);
    expect((await api.as(at.stranger).get<InteractionPageDto>(`/companies/${company.id}/interactions`)).body.total).toBe(1);
    const open = await api.as(at.officer).get<{ items: { id: string }[] }>(`/companies/${company.id}/open-cases`);
    expect(open.body.items.map(({ id }) => id)).toEqual([caseId]);
  });

  it('are not logged for a case of others, of another company, or for an unknown one', async () => {
    const other = await createCompany(api, at.officer, { name: 'Andere GmbH' });
    const cases = [await openCase(api, at.stranger, company.id), await openCase(api, at.officer, other.id), other.id];
    for (const caseId of cases) {
      const { status, body } = await api.as(at.officer).post<Problem>(`/companies/${company.id}/interactions`, { ...call, caseId });
      expect([status, body.code]).toEqual([404, 'case.notFound']);
    }
    expect((await api.as(at.officer).get<{ total: number }>(`/companies/${company.id}/open-cases`)).body.total).toBe(0);
  });

  it.each([
    [{ kind: 'FAX', text: 'x' }],
    [{ kind: 'CALL', text: '  ' }],
    [{ kind: 'CALL', text: 'x', occurredAt: '2999-01-01T00:00:00Z' }],
    [{ kind: 'CALL', text: 'x', occurredAt: 'gestern' }],
  ])('refuse %j', async (input) => {
    expect((await api.as(at.officer).post(`/companies/${company.id}/interactions`, input)).status).toBe(400);
  });

  it('are refused to managers and to whoever cannot see the company', async () => {
    expect((await api.as(at.manager).post(`/companies/${company.id}/interactions`, call)).status).toBe(403);
    expect((await api.as(at.foreigner).post(`/companies/${company.id}/interactions`, call)).status).toBe(404);
    expect((await api.as(at.foreigner).get(`/companies/${company.id}/interactions`)).status).toBe(404);
  });
});

describe('suggestions', () => {
  it('name economic activities by words and by code', async () => {
    const search = async (words: string, name = 'q') =>
      (await api.as(at.officer).get<IndustryPageDto>(`/industries?${name}=${encodeURIComponent(words)}`)).body.items;
    expect(await search('25.62', 'query')).toEqual(await search('25.62'));
    expect(await search('25.62')).toMatchObject([{ code: '25.62' }]);
    expect((await search('Backwaren')).map(({ code }) => code)).toContain('10.71');
    expect((await search('moebel')).map(({ code }) => code)).toContain('31.00');
    expect(await search('xyzzy')).toEqual([]);
  });

  it('say what a postal code tells', async () => {
    const suggest = async (query: string) =>
      (await api.as(at.officer).get<MunicipalitySuggestionsDto>(`/municipality-suggestions?${query}`)).body;
    expect(await suggest(`postalCode=${at.postalCode}`)).toEqual({
      finding: 'CERTAIN',
      items: [{ ags: at.ags, name: at.langen.name }],
      total: 1,
    });
    expect(await suggest('postalCode=00001')).toMatchObject({ finding: 'UNKNOWN', total: 1 });
    expect((await api.as(at.officer).get('/municipality-suggestions?postalCode=abc')).status).toBe(400);
  });
});
