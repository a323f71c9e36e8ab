import type { AccountabilityDto, CaseDto } from '@lotse/cases/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('who held a case, and for whom it waited', () => {
  let api: TestApi;
  let w: CaseWorld;

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  const read = (id: string, person: TestPerson = w.officer) => api.as(person).get<AccountabilityDto>(`/cases/${id}/accountability`);
  const move = async (id: string, version: number, body: object) =>
    (await api.as(w.officer).put<CaseDto>(`/cases/${id}/status`, body, { version })).body.version;
  const told = ({ intervals }: AccountabilityDto) => intervals.map((part) => `${part.organisationName} ${part.role}`);
  const seconds = ({ intervals }: AccountabilityDto) =>
    intervals.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0) / 1000;

  /** As an accepted transfer does it; the event is written by the database. */
  const giveTo = (id: string, organisationId: string) =>
    api.world.sql('update service_cases set owner_org = $2 where id = $1', [id, organisationId]);

  it('tells it from the events, without a gap, and sums to the age', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    let version = await move(id, 1, { status: 'WAITING', waitingFor: 'APPLICANT' });
    version = await move(id, version, { status: 'WAITING', waitingFor: 'THIRD_PARTY' });
    version = await move(id, version, { status: 'IN_PROGRESS' });
    await move(id, version, { status: 'CLOSED', outcome: 'ACHIEVED' });
    const { status, body } = await read(id);
    expect(status).toBe(200);
    const own = w.langen.name;
    expect(told(body)).toEqual([`${own} OWNER`, `${own} WAITING_APPLICANT`, `${own} WAITING_THIRD_PARTY`, `${own} OWNER`, `${own} CLOSED`]);
    expect(body.intervals.slice(1).map(({ from }) => from)).toEqual(body.intervals.slice(0, -1).map(({ to }) => to));
    expect(seconds(body)).toBe(body.ageSeconds);
    expect(body.ageSeconds).toBeGreaterThan(0);
  });

  it('counts for the new owner from the moment it took over', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    await share(api, id, w.rodgau, ['MASTER']);
    await giveTo(id, w.rodgau.id);
    await api.world.sql('select refresh_case($1)', [id]);
    const { body } = await read(id, w.stranger);
    expect(told(body)).toEqual([`${w.langen.name} OWNER`, `${w.rodgau.name} OWNER`]);
  });

  it('takes a back-dated event where it happened', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    await api.world.sql(`update service_cases set created_at = now() - interval '10 days' where id = $1`, [id]);
    await api.world.sql(
      `insert into timeline_events (case_id, section, kind, by_name, occurred_on, changes) values
       ($1, 'MASTER', 'status.changed', 'Probe', today_in_berlin() - 4, '[{"field": "status", "old": "NEW", "new": "WAITING"},
       {"field": "waitingFor", "old": null, "new": "APPLICANT"}]')`,
      [id],
    );
    const { body } = await read(id);
    expect(told(body)).toEqual([`${w.langen.name} OWNER`, `${w.langen.name} WAITING_APPLICANT`]);
    const waited = Date.parse(body.intervals[1]?.to ?? '') - Date.parse(body.intervals[1]?.from ?? '');
    expect(waited / 86_400_000).toBeGreaterThanOrEqual(3.9);
    expect(waited / 86_400_000).toBeLessThanOrEqual(5.1);
    expect(seconds(body)).toBe(body.ageSeconds);
  });

  it('is for readers of the key facts: nobody else, and not without them', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    expect((await read(id, w.stranger)).status).toBe(404);
    await share(api, id, w.rodgau, ['NOTES']);
    expect((await read(id, w.stranger)).status).toBe(404);
    await share(api, id, w.rodgau, ['MASTER']);
    expect((await read(id, w.stranger)).status).toBe(200);
    expect((await read(id, w.administrator)).status).toBe(403);
  });
});
