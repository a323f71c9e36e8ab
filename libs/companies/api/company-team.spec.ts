import { randomUUID } from 'node:crypto';
import type { CompanyDto, CompanyPageDto } from '@lotse/companies/contract';
import type { Problem } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { type CompanyWorld, companyWorld, createCompany } from './companies.fixture';
import { CompaniesModule } from './companies.module';

describe.each([
  ['with both layers', {}],
  ['with the checks of the API off', { apiChecks: false }],
  ['with the policies of the database off', { policies: false }],
])('the team of a confidential company, %s', (_, options) => {
  let api: TestApi;
  let at: CompanyWorld;
  let company: CompanyDto;
  beforeAll(async () => {
    api = await testApi([CompaniesModule], options);
    at = await companyWorld(api);
  });
  beforeEach(async () => {
    company = await createCompany(api, at.officer, { name: 'Nachtfalter Anlagenbau', legalForm: 'AG', confidential: true });
  });
  afterAll(() => api.close());

  const set = (person: TestPerson, people: string[], version = company.version) =>
    api.as(person).put<CompanyDto & Problem>(`/companies/${company.id}/team`, { members: people }, { version });
  const team = (...people: TestPerson[]) => people.map(({ userId }) => userId);
  const names = ({ body }: { body: CompanyDto }) => body.team.map(({ name }) => name);
  const sees = async (person: TestPerson): Promise<boolean> => {
    const { status } = await api.as(person).get(`/companies/${company.id}`);
    const { body } = await api.as(person).get<CompanyPageDto>('/companies?q=nachtfalter');
    const all = await api.as(person).get<CompanyPageDto>('/companies?confidential=true&size=200');
    const found = [body, all.body].map(({ items }) => items.some(({ id }) => id === company.id));
    expect(found).toEqual([status === 200, status === 200]);
    for (const { items, total } of [body, all.body]) expect(total).toBe(items.length);
    return status === 200;
  };

  it('begins with who entered it, grows by name, and shrinks again', async () => {
    expect(company.team).toEqual([{ id: at.officer.userId, name: 'Olga Amt' }]);
    expect([await sees(at.colleague), await sees(at.manager)]).toEqual([false, false]);

    const grown = await set(at.officer, team(at.officer, at.colleague, at.manager));
    expect(grown).toMatchObject({ status: 200, body: { version: 2 } });
    expect(grown.headers.get('etag')).toBe('"2"');
    expect(grown.body.team.map(({ id }) => id).sort()).toEqual(team(at.officer, at.colleague, at.manager).sort());
    expect([await sees(at.colleague), await sees(at.manager)]).toEqual([true, true]);
    expect(await api.as(at.manager).get(`/companies/${company.id}`)).toMatchObject({ body: { mayChange: false, mayRelease: false } });

    const shrunk = await set(at.colleague, team(at.colleague), 2);
    expect(shrunk.status).toBe(200);
    expect([await sees(at.officer), await sees(at.colleague), await sees(at.manager)]).toEqual([false, true, false]);
  });

  it('is shaped by nobody but officers and liaisons in it, and the others do not learn that there is one', async () => {
    const wanted = team(at.officer, at.manager);
    expect((await set(at.officer, wanted)).status).toBe(200);
    for (const person of [at.colleague, at.stranger, at.foreigner, at.manager, at.administrator]) {
      const refused = await set(person, [person.userId], 2);
      const unknown = await api.as(person).put<Problem>(`/companies/${randomUUID()}/team`, { members: [person.userId] }, { version: 2 });
      expect([403, 404]).toContain(refused.status);
      expect([refused.status, refused.body.code]).toEqual([unknown.status, unknown.body.code]);
      // The manager reads the company, so the policies alone may say that it changed.
      if (person !== at.manager) expect((await set(person, [person.userId], 9)).status).toBe(refused.status);
    }
    expect(names(await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`))).toHaveLength(2);
  });

  it('takes only people of the organisation who may read companies, and keeps who shapes it', async () => {
    const left = await api.world.person(at.langen, 'OFFICER');
    await api.world.sql('update memberships set is_active = false where user_id = $1', [left.userId]);
    for (const id of [...team(at.stranger, at.administrator, left), randomUUID()]) {
      const refused = await set(at.officer, [at.officer.userId, id]);
      expect([refused.status, refused.body.code]).toEqual([404, 'person.notFound']);
    }
    for (const people of [[], team(at.colleague)]) {
      const refused = await set(at.officer, people);
      expect([refused.status, refused.body.code]).toEqual([422, 'company.teamWithoutYou']);
    }
    const twice = await set(at.officer, team(at.officer, at.officer));
    expect(twice.status).toBe(400);
    expect(await api.as(at.officer).get(`/companies/${company.id}`)).toMatchObject({ body: { version: 1, team: company.team } });
  });

  it('needs the version that was seen, and answers a late change with what is stored', async () => {
    expect((await set(at.officer, team(at.officer, at.colleague))).status).toBe(200);
    const late = await set(at.officer, team(at.officer, at.manager), 1);
    expect([late.status, late.body.code]).toEqual([412, 'stale']);
    if (!('apiChecks' in options)) expect(late.body.details).toMatchObject({ version: 2, current: { id: company.id, version: 2 } });
    const without = await api.as(at.officer).put(`/companies/${company.id}/team`, { members: [] });
    expect(without.status).toBe(428);
  });

  it('has no say after the release', async () => {
    const released = await api.as(at.officer).post<CompanyDto>(`/companies/${company.id}/release`, {}, { version: 1 });
    expect(released.status).toBe(200);
    const late = await set(at.officer, team(at.officer, at.colleague), 2);
    expect([late.status, late.body.code]).toEqual([409, 'company.notConfidential']);
    expect(names(await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`))).toEqual([]);
  });

  it('reads only while acting for the organisation that keeps the company', async () => {
    expect(await sees(await api.world.join(at.officer, at.rodgau, ['OFFICER', 'LIAISON', 'MANAGER']))).toBe(false);
    await set(at.officer, team(at.officer, at.colleague));
    const moved = await api.world.join(at.colleague, at.rodgau, 'OFFICER');
    await api.world.sql('update memberships set is_active = false where user_id = $1 and organisation_id = $2', [
      at.colleague.userId,
      at.langen.id,
    ]);
    expect([await sees(moved), await sees(at.officer)]).toEqual([false, true]);
    expect(names(await api.as(at.officer).get<CompanyDto>(`/companies/${company.id}`))).toEqual(['Olga Amt']);
    await api.world.sql('update memberships set is_active = true where user_id = $1', [at.colleague.userId]);
  });

  it('writes who came and who left to the audit, in the same transaction', async () => {
    await set(at.officer, team(at.officer, at.colleague));
    await set(at.colleague, team(at.colleague, at.manager), 2);
    await set(at.colleague, team(at.stranger), 3);
    const entries = await api.world.sql<{ user_id: string; organisation_id: string; details: { added: string[]; removed: string[] } }>(
      `select user_id, organisation_id, details from audit_entries where action = 'company.teamChanged' and subject_id = $1 order by id`,
      [company.id],
    );
    expect(entries).toEqual([
      { user_id: at.officer.userId, organisation_id: at.langen.id, details: { added: team(at.colleague), removed: [] } },
      { user_id: at.colleague.userId, organisation_id: at.langen.id, details: { added: team(at.manager), removed: team(at.officer) } },
    ]);
  });
});
