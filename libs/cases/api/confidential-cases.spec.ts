import type { CaseDto, CasePageDto, ConfidentialCountsDto } from '@lotse/cases/contract';
import { type TestApi, testApi, type TestApiOptions } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

const MODES: [string, TestApiOptions][] = [
  ['with both layers', {}],
  ['by the policies alone', { apiChecks: false }],
  ['by the API alone', { policies: false }],
];

describe.each(MODES)('confidential cases %s', (_, options) => {
  let api: TestApi;
  let w: CaseWorld;
  let secret: CaseDto;

  beforeAll(async () => {
    api = await testApi([CasesModule], options);
    w = await caseWorld(api);
    secret = await aCase(api, w.officer, w.companyId, { title: 'Geheime Ansiedlung', type: 'SETTLEMENT' });
    await api.as(w.officer).post(`/cases/${secret.id}/follow-ups`, { title: 'Leise anrufen', dueOn: '2026-12-01' });
    await api
      .as(w.officer)
      .post(`/cases/${secret.id}/job-effects`, { effect: 'CREATED', attribution: 'CAUSED', count: 9, source: 'Gespräch' });
  });
  afterAll(() => api.close());

  it.each(['colleague', 'manager', 'stranger', 'strangerLiaison'] as const)('do not exist for the %s', async (who) => {
    const client = api.as(w[who]);
    for (const path of ['', '/timeline', '/follow-ups', '/job-effects']) {
      expect((await client.get(`/cases/${secret.id}${path}`)).status).toBe(404);
    }
    expect((await client.get<CasePageDto>(`/cases?companyId=${w.companyId}`)).body.total).toBe(0);
    expect((await client.get<CasePageDto>('/cases?q=Geheime')).body.total).toBe(0);
    expect((await client.get<CasePageDto>(`/cases?q=${secret.fileNumber}`)).body.total).toBe(0);
    expect((await client.get<{ total: number }>('/follow-ups?state=all')).body.total).toBe(0);
    const changes = await Promise.all([
      client.patch(`/cases/${secret.id}`, { title: 'Fremd' }, { version: 1 }),
      client.put(`/cases/${secret.id}/status`, { status: 'IN_PROGRESS' }, { version: 1 }),
      client.put(`/cases/${secret.id}/officer`, { officerId: w[who].userId }, { version: 1 }),
      client.put(`/cases/${secret.id}/next-step`, { nextStep: 'x' }, { version: 1 }),
      client.put(`/cases/${secret.id}/team`, { members: [w[who].userId] }, { version: 1 }),
      client.put(`/cases/${secret.id}/confidential`, { confidential: false }, { version: 1 }),
      client.post(`/cases/${secret.id}/follow-ups`, { title: 'x', dueOn: '2026-12-01' }),
      client.post(`/cases/${secret.id}/job-effects`, { effect: 'CREATED', attribution: 'CAUSED', count: 1, source: 'xx' }),
    ]);
    expect(changes.every(({ status }) => status === 404 || status === 403)).toBe(true);
    expect((await api.as(w.officer).get<CaseDto>(`/cases/${secret.id}`)).body).toMatchObject({ title: 'Geheime Ansiedlung', version: 1 });
  });

  it('do not exist for other organisations when they are open either', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { title: 'Offen in Langen' });
    const client = api.as(w.stranger);
    expect((await client.get(`/cases/${id}`)).status).toBe(404);
    expect((await client.get<CasePageDto>('/cases?q=Langen')).body.total).toBe(0);
    expect((await client.patch(`/cases/${id}`, { title: 'Fremd' }, { version: 1 })).status).toBe(404);
    expect((await client.put(`/cases/${id}/status`, { status: 'CLOSED', outcome: 'ACHIEVED' }, { version: 1 })).status).toBe(404);
    expect((await client.post(`/cases/${id}/follow-ups`, { title: 'x', dueOn: '2026-12-01' })).status).toBe(404);
  });

  it('are read by people added by name, and by liaisons they are shared with', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { type: 'SETTLEMENT' });
    const team = await api.as(w.officer).put<CaseDto>(`/cases/${id}/team`, { members: [w.colleague.userId] }, { version: 1 });
    expect(team.body).toMatchObject({ team: [{ name: 'Karl Amt' }], version: 2 });
    expect((await api.as(w.colleague).get(`/cases/${id}`)).status).toBe(200);
    await share(api, id, w.rodgau, ['MASTER']);
    expect((await api.as(w.strangerLiaison).get(`/cases/${id}`)).status).toBe(200);
    expect((await api.as(w.stranger).get(`/cases/${id}`)).status).toBe(404);
  });

  it('are counted per quarter for managers, and for nobody else', async () => {
    const { body } = await api.as(w.manager).get<ConfidentialCountsDto>('/cases/confidential-count');
    expect(body.items).toHaveLength(5);
    expect(body.items.at(-1)?.cases).toBeGreaterThanOrEqual(1);
    expect(body.items.slice(0, 4).every(({ cases }) => cases === 0)).toBe(true);
    const other = await api.as(w.stranger).get<ConfidentialCountsDto>('/cases/confidential-count');
    expect(other.body.items.every(({ cases }) => cases === 0)).toBe(true);
    const officer = await api.as(w.officer).get<ConfidentialCountsDto>('/cases/confidential-count');
    if (options.apiChecks === false) expect(officer.body.items.every(({ cases }) => cases === 0)).toBe(true);
    else expect(officer.status).toBe(403);
  });

  it('stay with a deputy while their officer is away', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { type: 'SETTLEMENT' });
    const deputy = await api.world.person(w.langen, 'OFFICER');
    expect((await api.as(deputy).get(`/cases/${id}`)).status).toBe(404);
    await api.world.sql(
      `insert into absences (organisation_id, user_id, deputy_id, starts_on, ends_on) values ($1, $2, $3, today_in_berlin(), today_in_berlin())`,
      [w.langen.id, w.officer.userId, deputy.userId],
    );
    expect((await api.as(deputy).get(`/cases/${id}`)).status).toBe(200);
    await api.world.sql('delete from absences where deputy_id = $1', [deputy.userId]);
    expect((await api.as(deputy).get(`/cases/${id}`)).status).toBe(404);
  });

  it('can be made and released, and whoever loses sight of one by an own change is told what was stored', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    const hidden = await api.as(w.colleague).put<CaseDto>(`/cases/${id}/confidential`, { confidential: true }, { version: 1 });
    expect(hidden).toMatchObject({ status: 200, body: { confidential: true, version: 2 } });
    expect((await api.as(w.colleague).get(`/cases/${id}`)).status).toBe(404);
    const released = await api.as(w.officer).put<CaseDto>(`/cases/${id}/confidential`, { confidential: false }, { version: 2 });
    expect(released.body).toMatchObject({ confidential: false, version: 3 });
    expect((await api.as(w.colleague).get(`/cases/${id}`)).status).toBe(200);
  });
});
