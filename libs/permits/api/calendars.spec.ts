import type { CalendarEntryDto, CalendarEntryPageDto, ClockPolicyListDto, ProcedureDto, ShiftPreviewDto } from '@lotse/permits/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { PermitWorld, type Refused } from './testing/permit-world';

const CLOSED = { kind: 'CLOSURE', name: 'Betriebsruhe', startsOn: '2026-12-24', isYearly: true };
const goal = ({ clocks }: Pick<ProcedureDto, 'clocks'>) => clocks.find(({ policy }) => policy === 'GOAL_35');

describe('calendars and policies', () => {
  let world: PermitWorld;
  let administrator: TestPerson;
  beforeAll(async () => {
    world = await PermitWorld.open();
    administrator = await world.api.world.person(world.langen, 'ADMINISTRATOR');
  });
  afterAll(() => world.close());

  const post = <T>(person: TestPerson, path: string, body: object) => world.api.as(person).post<T & Refused>(path, body);
  const list = async (person: TestPerson) => (await world.api.as(person).get<CalendarEntryPageDto>('/calendar-entries')).body;
  const read = async (id: string) => (await world.api.as(world.officer).get<ProcedureDto>(`/procedures/${id}`)).body;

  it('are kept by the administration of the organisation, the region’s by its intake organisation', async () => {
    const { id } = await world.aProcedure();
    await world.record(id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-11-16' });
    const before = (await post<ShiftPreviewDto>(administrator, '/calendar-entries/preview', CLOSED)).body;
    expect(before.clocks).toEqual(
      [
        { policy: 'GOAL_35', running: 1, shifted: 1, newlyOverdue: 0, latest: 1, earliest: 0 },
        { policy: 'HBO_65', running: 0, shifted: 0, newlyOverdue: 0, latest: 0, earliest: 0 },
      ].filter(({ running }) => running > 0),
    );
    expect(before.items).toEqual([]);
    expect(goal(await read(id))?.dueOn).toBe('2027-01-06');
    const { status, body } = await post<CalendarEntryDto>(administrator, '/calendar-entries', CLOSED);
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ organisationId: world.langen.id, endsOn: '2026-12-24', mayChange: true, version: 1 }),
    ]);
    expect(goal(await read(id))?.dueOn).toBe('2027-01-07');

    const region = { kind: 'HOLIDAY', name: 'Staatsakt', startsOn: '2026-12-01', forRegion: true };
    expect((await post(administrator, '/calendar-entries', region)).body.code).toBe('calendar.notKeeper');
    expect((await post(administrator, '/calendar-entries/preview', region)).status).toBe(403);
    expect((await post<CalendarEntryDto>(world.administrator, '/calendar-entries', region)).body.organisationId).toBeNull();
    expect(goal(await read(id))?.dueOn).toBe('2027-01-08');
    expect((await list(world.officer)).items.map(({ name, mayChange }) => [name, mayChange])).toEqual([
      ['Betriebsruhe', false],
      ['Staatsakt', false],
    ]);

    const as = world.api.as(world.administrator);
    expect((await as.patch<Refused>(`/calendar-entries/${body.id}`, CLOSED, { version: 1 })).body.code).toBe('calendar.notKeeper');
    expect((await as.delete(`/calendar-entries/${body.id}`, { version: 1 })).status).toBe(403);
    expect((await world.api.as(administrator).delete(`/calendar-entries/${body.id}`, { version: 1 })).status).toBe(204);
    expect(goal(await read(id))?.dueOn).toBe('2027-01-07');
    const audit = await world.api.world.sql<{ action: string }>(
      'select action from audit_entries where subject_id = $1 order by recorded_at',
      [body.id],
    );
    expect(audit.map(({ action }) => action)).toEqual(['calendar.added', 'calendar.removed']);
  });

  it('refuse days that make no sense', async () => {
    const wrong: [object, string][] = [
      [{ ...CLOSED, endsOn: '2026-12-23' }, '/endsOn beforeStart'],
      [{ ...CLOSED, endsOn: '2027-12-23' }, '/endsOn outOfRange'],
      [{ ...CLOSED, isYearly: false, untilYear: 2030 }, '/untilYear contradiction'],
      [{ ...CLOSED, name: ' ' }, '/name'],
    ];
    for (const [body, said] of wrong) {
      const answer = await post(administrator, '/calendar-entries', body);
      expect([answer.status, answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).join()]).toEqual([
        400,
        expect.stringContaining(said),
      ]);
    }
  });

  it('a target is previewed and then activated; what was closed keeps its version', async () => {
    const [running, closed] = [await world.aProcedure(), await world.aProcedure()];
    await world.record(running.id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-06-15' });
    await world.record(closed.id, { kind: 'COMPLETENESS_CONFIRMED', on: '2026-06-15' }, { kind: 'DECIDED', on: '2026-07-30' });
    const change = { key: 'GOAL_35', target: 30, validFrom: '2026-06-01', source: 'Beschluss des Kreistags' };
    expect((await post(administrator, '/clock-policies', change)).status).toBe(403);
    const preview = (await post<ShiftPreviewDto>(world.administrator, '/clock-policies/preview', change)).body;
    expect(preview.clocks.find(({ policy }) => policy === 'GOAL_35')).toMatchObject({ shifted: 2, earliest: 8 });
    expect((await read(running.id)).clocks[0]).toMatchObject({ version: 1, target: 35 });
    const { status, body } = await post<ClockPolicyListDto>(world.administrator, '/clock-policies', change);
    expect([status, body.items.find(({ key }) => key === 'GOAL_35')]).toMatchObject([
      201,
      { current: 2, versions: [{ version: 1 }, { version: 2, target: 30 }] },
    ]);
    expect((await read(running.id)).clocks[0]).toMatchObject({ version: 2, target: 30, source: 'Beschluss des Kreistags' });
    expect((await read(closed.id)).clocks[0]).toMatchObject({ version: 1, target: 35, state: 'MET' });
    expect((await post(world.administrator, '/clock-policies', { ...change, key: 'GROSS' })).body.errors).toEqual([
      { pointer: '/key', code: 'contradiction' },
    ]);
  });
});
