import type { AddPermitEventDto, DeadlineDto, HolidayListDto, ProcedureDto, ProcedurePageDto } from '@lotse/permits/contract';
import { PermitWorld, type Refused } from './testing/permit-world';

const COMPLETE: AddPermitEventDto[] = [
  { kind: 'RECEIVED', on: '2026-03-20' },
  { kind: 'COMPLETENESS_CONFIRMED', on: '2026-03-27' },
];
const clock = ({ clocks }: Pick<ProcedureDto, 'clocks'>, key: string) => clocks.find(({ policy }) => policy === key);

describe('procedures', () => {
  let world: PermitWorld;
  beforeAll(async () => {
    world = await PermitWorld.open();
  });
  afterAll(() => world.close());

  const post = (path: string, body: object, person = world.officer) => world.api.as(person).post<ProcedureDto & Refused>(path, body);

  it('are opened under a case, with the documents that are usual and the municipality of the company', async () => {
    const theCase = await world.aCase();
    const procedure = await world.aProcedure({ authorityOrganisationId: world.kreis.id, fileNumber: 'BA-1' }, theCase.id);
    expect(procedure).toMatchObject({
      caseId: theCase.id,
      municipality: world.ags,
      fileNumber: 'BA-1',
      closedOn: null,
      mayWrite: true,
      version: 1,
    });
    expect(procedure.clocks.map(({ policy, state }) => [policy, state])).toEqual([
      ['GOAL_35', 'NOT_STARTED'],
      ['GROSS', 'NOT_STARTED'],
      ['HBO_65', 'NOT_STARTED'],
      ['BAUGB_36', 'NOT_STARTED'],
    ]);
    expect(procedure.ledger.items.map(({ name, state }) => [name, state])).toContainEqual(['Amtlicher Lageplan', 'EXPECTED']);
    const next = await world.aProcedure({ type: 'TRADE_LICENCE', dependsOn: [procedure.id], expectedDocuments: [] }, theCase.id);
    expect(next).toMatchObject({ dependsOn: [procedure.id], ledger: { items: [] } });
    const { body } = await world.api.as(world.manager).get<ProcedurePageDto>(`/cases/${theCase.id}/procedures`);
    expect(body.items.map(({ id }) => id)).toEqual([procedure.id, next.id]);
    const circle = await world.api
      .as(world.officer)
      .patch<Refused>(`/procedures/${procedure.id}`, { dependsOn: [next.id] }, { version: 1 });
    expect([circle.status, circle.body.code]).toEqual([422, 'permit.dependencyCircle']);
  });

  it('count from events: the fixture of 35 working days, with and without a request for documents', async () => {
    const { id } = await world.aProcedure();
    expect(clock(await world.record(id, ...COMPLETE), 'GOAL_35')).toMatchObject({
      dueOn: '2026-05-21',
      unit: 'WORKING_DAY',
      target: 35,
      version: 1,
    });
    const rested = await world.record(
      id,
      { kind: 'DOCUMENTS_REQUESTED', on: '2026-04-20', items: ['Brandschutzkonzept', '  brandschutzkonzept '] },
      { kind: 'DOCUMENTS_RECEIVED', on: '2026-04-30', items: ['Brandschutzkonzept'] },
    );
    expect(clock(rested, 'GOAL_35')).toMatchObject({ dueOn: '2026-06-03', paused: 8 });
    expect(clock(rested, 'HBO_65')).toMatchObject({ startedOn: '2026-03-20', dueOn: '2026-06-22' });
    expect(rested.ledger).toMatchObject({ owed: [], completeSince: '2026-03-20', completeAtFiling: true });
    const decided = await world.record(id, { kind: 'DECIDED', on: '2026-06-01', outcome: 'GRANTED' });
    expect(decided.closedOn).toBe('2026-06-01');
    expect(clock(decided, 'GOAL_35')).toMatchObject({ state: 'MET', elapsed: 33, stoppedOn: '2026-06-01' });
    expect((await world.api.as(world.officer).get<ProcedureDto>(`/procedures/${id}`)).body).toEqual(decided);
  });

  it('keep what was wrong and compute from what holds, with audit and timeline', async () => {
    const { id, caseId } = await world.aProcedure();
    const first = await world.record(id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-04-20' }, { kind: 'DECIDED', on: '2026-05-04' });
    const [wrong, decision] = first.events;
    const corrected = await world.record(id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-03-27', supersedes: wrong?.id });
    expect(clock(corrected, 'GOAL_35')).toMatchObject({ dueOn: '2026-05-21', startedOn: '2026-03-27' });
    expect(corrected.events.map(({ on, holds }) => [on, holds])).toEqual([
      ['2026-03-27', true],
      ['2026-04-20', false],
      ['2026-05-04', true],
    ]);
    const twice = await post(`/procedures/${id}/events`, { kind: 'RETRACTED', on: '2026-05-05', supersedes: wrong?.id });
    expect([twice.status, twice.body.code]).toEqual([409, 'permit.eventReplaced']);
    const reopened = await world.record(id, { kind: 'RETRACTED', on: '2026-05-05', supersedes: decision?.id, note: 'Falsches Verfahren' });
    expect([reopened.closedOn, clock(reopened, 'GOAL_35')?.state]).toEqual([null, 'OVERDUE']);
    const timeline = await world.api.as(world.manager).get<{ items: { kind: string; occurredOn: string }[] }>(`/cases/${caseId}/timeline`);
    expect(timeline.body.items.slice(0, 3).map(({ kind, occurredOn }) => [kind, occurredOn])).toEqual([
      ['permit.retracted', '2026-05-05'],
      ['permit.corrected', '2026-03-27'],
      ['permit.event', '2026-05-04'],
    ]);
    const audit = await world.api.world.sql<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by recorded_at',
      [id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['permit.backDated', 'permit.backDated', 'permit.corrected', 'permit.corrected']);
  });

  it('refuse what makes no sense, and change nothing', async () => {
    const { id } = await world.aProcedure();
    const other = await world.record((await world.aProcedure()).id, ...COMPLETE);
    const wrong: [object, number, string][] = [
      [{ kind: 'DOCUMENTS_REQUESTED', on: '2026-03-20' }, 400, '/items required'],
      [{ kind: 'RECEIVED', on: '2026-03-20', items: ['Lageplan'] }, 400, '/items contradiction'],
      [{ kind: 'DOCUMENTS_REJECTED', on: '2026-03-20', items: ['Lageplan'] }, 400, '/reason required'],
      [{ kind: 'RECEIVED', on: '2026-03-20', outcome: 'GRANTED' }, 400, '/outcome contradiction'],
      [{ kind: 'RETRACTED', on: '2026-03-20' }, 400, '/supersedes required'],
      [{ kind: 'RECEIVED', on: '1999-12-31' }, 400, '/on outOfRange'],
      [{ kind: 'DEFERRED', on: '2026-03-20', until: '2026-03-19' }, 400, '/until beforeStart'],
      [{ kind: 'RECEIVED', on: '2060-01-01' }, 422, 'permit.inFuture'],
      [{ kind: 'RETRACTED', on: '2026-03-20', supersedes: other.events[0]?.id }, 404, 'permit.eventNotFound'],
    ];
    for (const [body, status, code] of wrong) {
      const answer = await post(`/procedures/${id}/events`, body);
      const said = answer.body.errors?.map((error) => `${error.pointer} ${error.code}`)[0] ?? answer.body.code;
      expect([body, answer.status, said]).toEqual([body, status, code]);
    }
    const foreign = await post(`/cases/${other.caseId}/procedures`, { type: 'OTHER', dependsOn: [id] });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'permit.dependencyUnknown']);
    expect((await world.api.as(world.officer).get<ProcedureDto>(`/procedures/${id}`)).body).toMatchObject({ version: 1, events: [] });
  });

  it('change with If-Match, each change in the timeline', async () => {
    const { id } = await world.aProcedure({ title: 'Alt' });
    const patch = (version: number, body: object) =>
      world.api.as(world.officer).patch<ProcedureDto & Refused>(`/procedures/${id}`, body, { version });
    expect((await patch(1, { title: 'Neu', agencies: ['Wasserbehörde'] })).body).toMatchObject({
      title: 'Neu',
      agencies: ['Wasserbehörde'],
      version: 2,
    });
    expect((await patch(1, { title: 'Wieder' })).status).toBe(412);
    expect((await patch(2, { municipality: '00000000' })).body.errors).toEqual([
      { pointer: '/municipality', code: 'municipality.unknown' },
    ]);
    expect((await patch(2, { title: null })).body).toMatchObject({ title: null, agencies: ['Wasserbehörde'] });
  });

  it('are for who reads permits of the case: others find nothing, whoever shares them reads', async () => {
    const { id, caseId } = await world.aProcedure();
    const as = world.api.as(world.stranger);
    const all = async () => [
      (await as.get(`/procedures/${id}`)).status,
      (await as.get(`/cases/${caseId}/procedures`)).status,
      (await as.get<ProcedurePageDto>(`/procedures?organisationId=${world.langen.id}`)).body.items.filter((each) => each.id === id).length,
      (await as.post(`/procedures/${id}/events`, COMPLETE[0])).status,
      (await as.patch(`/procedures/${id}`, { title: 'x' }, { version: 1 })).status,
      (await as.post(`/cases/${caseId}/procedures`, { type: 'OTHER' })).status,
    ];
    expect(await all()).toEqual([404, 404, 0, 404, 404, 404]);
    await world.share(caseId, world.kreis, ['MASTER', 'NOTES']);
    expect(await all()).toEqual([404, 404, 0, 404, 404, 404]);
    await world.share(caseId, world.kreis, ['PERMITS']);
    expect(await all()).toEqual([200, 200, 1, 404, 404, 404]);
    await world.share(caseId, world.kreis, ['PERMITS'], true);
    expect(await all()).toEqual([200, 200, 1, 201, 412, 201]);
    expect((await world.api.as(world.manager).post(`/procedures/${id}/events`, COMPLETE[0])).status).toBe(403);
  });

  it('of a confidential case are for its team', async () => {
    const theCase = await world.aCase({ confidential: true });
    const { id } = await world.aProcedure({}, theCase.id);
    expect((await world.api.as(world.manager).get(`/procedures/${id}`)).status).toBe(404);
    expect((await world.api.as(world.officer).get(`/procedures/${id}`)).status).toBe(200);
  });

  it('stand on the board by urgency, each with all its clocks', async () => {
    const own = await PermitWorld.open();
    const [late, later, blank, closed] = [
      await own.aProcedure(),
      await own.aProcedure(),
      await own.aProcedure({ type: 'OTHER' }),
      await own.aProcedure(),
    ];
    await own.record(later.id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-04-20' });
    await own.record(late.id, ...COMPLETE);
    await own.record(closed.id, ...COMPLETE, { kind: 'WITHDRAWN', on: '2026-04-20' });
    const list = async (query: string) => (await own.api.as(own.manager).get<ProcedurePageDto>(`/procedures${query}`)).body;
    expect((await list('?state=running&sort=dueOn')).items.map(({ id }) => id)).toEqual([late.id, later.id, blank.id]);
    expect((await list('?sort=-dueOn&clock=GOAL_35&size=1&page=2')).items.map(({ id }) => id)).toEqual([late.id]);
    expect((await list('?state=closed')).items.map(({ id, closedOn }) => [id, closedOn])).toEqual([[closed.id, '2026-04-20']]);
    expect((await list(`?state=all&year=2026&municipality=${own.ags}&type=SIMPLIFIED_BUILDING_PERMIT`)).total).toBe(2);
    await own.close();
  });
});

describe('periods and holidays', () => {
  let world: PermitWorld;
  beforeAll(async () => {
    world = await PermitWorld.open();
  });
  afterAll(() => world.close());

  const deadline = (query: string) => world.api.as(world.manager).get<DeadlineDto & Refused>(`/deadlines?${query}`);

  it('are explained day by day', async () => {
    const { body } = await deadline('from=2026-03-27&amount=35&unit=WORKING_DAY&state=HE');
    expect(body.dueOn).toBe('2026-05-21');
    expect(body.days).toHaveLength(56);
    expect(body.days?.find(({ date }) => date === '2026-04-03')).toEqual({
      date: '2026-04-03',
      counted: false,
      reason: 'HOLIDAY',
      holiday: 'goodFriday',
      name: 'Karfreitag',
      number: null,
    });
    expect((await deadline('from=2026-11-30&amount=3&unit=MONTH')).body.dueOn).toBe('2027-03-01');
    expect((await deadline('from=2026-11-20&amount=1&unit=WEEKDAY_MON_SAT&state=BY')).body.dueOn).toBe('2026-11-21');
    expect((await deadline('from=2026-02-30&amount=0&unit=WEEK')).body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/amount',
      '/from',
      '/unit',
    ]);
  });

  it('know what is closed and declared when asked for', async () => {
    await world.api.world.sql(
      `insert into calendar_entries (region_id, organisation_id, kind, name, starts_on, ends_on, is_yearly) values ($1, $2, 'CLOSURE', 'Betriebsruhe', '2026-12-24', '2026-12-24', true),
         ($1, $2, 'CLOSURE', 'Betriebsruhe', '2026-12-31', '2026-12-31', true)`,
      [world.langen.regionId, world.langen.id],
    );
    const { body } = await deadline('from=2026-11-16&amount=35&unit=WORKING_DAY&own=true');
    expect(body.dueOn).toBe('2027-01-08');
    expect(body.days?.find(({ date }) => date === '2026-12-24')).toMatchObject({ reason: 'CLOSED', name: 'Betriebsruhe' });
    expect((await deadline('from=2026-11-16&amount=35&unit=WORKING_DAY')).body.dueOn).toBe('2027-01-06');
    const { id } = await world.aProcedure();
    const counted = await world.record(id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-11-16' });
    expect(clock(counted, 'GOAL_35')?.dueOn).toBe('2027-01-08');
  });

  it('list the holidays of a Land', async () => {
    const { body } = await world.api.as(world.manager).get<HolidayListDto>('/holidays?state=HE&year=2026');
    expect(body.total).toBe(10);
    expect(body.items[6]).toEqual({ date: '2026-06-04', name: 'Fronleichnam' });
  });
});
