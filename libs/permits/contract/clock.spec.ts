import type { WorkingCalendar } from '@lotse/shared/contract';
import type { ClockDto } from './clock.dto';
import { clocks } from './clock';
import { SHIPPED_POLICIES, type ClockedProcedure, type ClockKey, type ClockPolicy } from './clock-policy';
import type { PermitEvent, PermitEventKind } from './permit-event';

const hessen: WorkingCalendar = { state: 'HE' };
const simplified: ClockedProcedure = { type: 'SIMPLIFIED_BUILDING_PERMIT' };

let next = 0;
const event = (kind: PermitEventKind, on: string, more: Partial<PermitEvent> = {}): PermitEvent => ({
  id: `e${++next}`,
  kind,
  on,
  ...more,
});
const received = event('RECEIVED', '2026-03-20');
const confirmed = (on: string, more: Partial<PermitEvent> = {}) => event('COMPLETENESS_CONFIRMED', on, more);

function clock(
  key: ClockKey,
  events: PermitEvent[],
  today: string,
  {
    calendar = hessen,
    procedure = simplified,
    policies = SHIPPED_POLICIES,
  }: { calendar?: WorkingCalendar; procedure?: ClockedProcedure; policies?: readonly ClockPolicy[] } = {},
): ClockDto {
  const found = clocks(events, policies, calendar, today, procedure).find(({ policy }) => policy === key);
  if (!found) throw new Error(`no clock ${key}`);
  return found;
}

describe('35 working days', () => {
  it.each([
    ['2026-03-27', hessen, '2026-05-21'],
    ['2026-04-20', hessen, '2026-06-12'],
    ['2026-11-16', hessen, '2027-01-06'],
    ['2026-11-16', { ...hessen, closures: ['2026-12-24', '2026-12-31'] }, '2027-01-08'],
  ])('complete on %s', (on, calendar, dueOn) => {
    expect(clock('GOAL_35', [confirmed(on)], on, { calendar })).toMatchObject({
      dueOn,
      elapsed: 0,
      remaining: 35,
      state: 'RUNNING',
      unit: 'WORKING_DAY',
    });
  });

  it('rests while documents are owed, and says so with all its numbers', () => {
    const events = [
      received,
      confirmed('2026-03-27'),
      event('DOCUMENTS_REQUESTED', '2026-04-20', { items: ['Brandschutzkonzept', 'Lageplan'] }),
      event('DOCUMENTS_RECEIVED', '2026-04-24', { items: ['Lageplan'] }),
      event('DOCUMENTS_RECEIVED', '2026-04-30', { items: ['Brandschutzkonzept'] }),
    ];
    expect(clock('GOAL_35', events, '2026-05-14')).toMatchObject({
      dueOn: '2026-06-03',
      elapsed: 22,
      remaining: 13,
      paused: 8,
      startedOn: '2026-03-27',
      daysLeft: 20,
      state: 'RUNNING',
    });
    expect(clock('GOAL_35', events, '2026-05-15')).toMatchObject({ elapsed: 23, remaining: 12 });
    expect(clock('GROSS', events, '2026-05-14')).toMatchObject({ elapsed: 55, target: null, remaining: null, dueOn: null, paused: 0 });
  });

  it('names the earliest day while something is owed', () => {
    const events = [confirmed('2026-03-27'), event('DOCUMENTS_REQUESTED', '2026-04-20', { items: ['Lageplan'] })];
    expect(clock('GOAL_35', events, '2026-04-30')).toMatchObject({
      state: 'PAUSED',
      dueOn: null,
      earliestDueOn: '2026-06-03',
      daysLeft: null,
    });
    expect(clock('GOAL_35', events, '2026-04-30').paused).toBe(8);
  });

  it('starts with the confirmation; what was owed before pauses nothing', () => {
    const events = [received, event('DOCUMENTS_REQUESTED', '2026-03-23', { items: ['Lageplan'] })];
    expect(clock('GOAL_35', events, '2026-03-30')).toMatchObject({ state: 'NOT_STARTED', elapsed: null, startedOn: null, dueOn: null });
    expect(clock('GOAL_35', [...events, confirmed('2026-03-27')], '2026-05-21')).toMatchObject({
      state: 'RUNNING',
      elapsed: 35,
      remaining: 0,
    });
    expect(clock('GOAL_35', [...events, confirmed('2026-03-27')], '2026-05-22')).toMatchObject({
      state: 'OVERDUE',
      remaining: -1,
      daysLeft: -1,
    });
  });

  it('is met or missed by the day of the decision; a withdrawal is neither', () => {
    const decided = (on: string) => clock('GOAL_35', [confirmed('2026-03-27'), event('DECIDED', on)], '2026-11-01');
    expect(decided('2026-05-21')).toMatchObject({ state: 'MET', elapsed: 35, stoppedOn: '2026-05-21', daysLeft: null });
    expect(decided('2026-05-22')).toMatchObject({ state: 'MISSED', elapsed: 36, remaining: -1 });
    expect(clock('GOAL_35', [confirmed('2026-03-27'), event('WITHDRAWN', '2026-06-22')], '2026-11-01').state).toBe('STOPPED');
    const owed = [confirmed('2026-03-27'), event('DOCUMENTS_REQUESTED', '2026-04-20', { items: ['a'] }), event('DECIDED', '2026-09-01')];
    expect(clock('GOAL_35', owed, '2026-11-01')).toMatchObject({ state: 'MET', dueOn: null });
  });

  it('is what its policy says: the version for the day it began', () => {
    const [goal] = SHIPPED_POLICIES.filter(({ key }) => key === 'GOAL_35');
    if (!goal) throw new Error('shipped');
    const policies = [
      ...SHIPPED_POLICIES,
      { ...goal, version: 2, target: 30, validFrom: '2026-04-01', activatedAt: '2026-06-01T08:00:00Z' },
    ];
    expect(clock('GOAL_35', [confirmed('2026-03-27')], '2026-05-01', { policies })).toMatchObject({ version: 1, target: 35 });
    expect(clock('GOAL_35', [confirmed('2026-04-20')], '2026-05-01', { policies })).toMatchObject({ version: 2, target: 30 });
    const closed = { ...simplified, closedAt: '2026-05-30T08:00:00Z' };
    expect(clock('GOAL_35', [confirmed('2026-04-20')], '2026-05-01', { policies, procedure: closed })).toMatchObject({
      version: 1,
      target: 35,
    });
  });

  it('is not for a trade licence', () => {
    expect(clocks([received], SHIPPED_POLICIES, hessen, '2026-04-01', { type: 'TRADE_LICENCE' }).map(({ policy }) => policy)).toEqual([
      'GROSS',
    ]);
  });
});

describe('§ 65 HBO', () => {
  const requested = event('DOCUMENTS_REQUESTED', '2026-03-23', { items: ['Lageplan'] });
  const arrived = event('DOCUMENTS_RECEIVED', '2026-04-02', { items: ['Lageplan'] });

  it('counts from the day the complete application was received, not the day it was confirmed', () => {
    const events = [received, requested, arrived, confirmed('2026-04-14')];
    expect(clock('HBO_65', events, '2026-04-20')).toMatchObject({
      startedOn: '2026-04-02',
      dueOn: '2026-07-02',
      elapsed: 0,
      remaining: 3,
      effect: 'DEEMED_GRANTED',
      effectFrom: '2026-07-03',
      state: 'RUNNING',
    });
    expect(clock('HBO_65', [received, confirmed('2026-04-14', { completeSince: '2026-03-25' })], '2026-06-25')).toMatchObject({
      startedOn: '2026-03-25',
      elapsed: 3,
    });
    expect(clock('HBO_65', [received, requested, arrived], '2026-04-20')).toMatchObject({ state: 'NOT_STARTED', startedOn: null });
  });

  it('ends on a working day, whatever is closed locally, and is stopped by no later request', () => {
    const later = event('DOCUMENTS_REQUESTED', '2026-12-10', { items: ['Statik'] });
    const calendar = { ...hessen, closures: ['2027-03-01'] };
    const events = [event('RECEIVED', '2026-11-30'), confirmed('2026-12-01'), later];
    expect(clock('HBO_65', events, '2026-12-30', { calendar })).toMatchObject({
      dueOn: '2027-03-01',
      paused: 0,
      state: 'RUNNING',
      elapsed: 1,
    });
  });

  it('is extended by two months at most, and only while it runs', () => {
    const complete = [received, confirmed('2026-03-20')];
    const dueOn = (...more: PermitEvent[]) => clock('HBO_65', [...complete, ...more], '2026-06-01').dueOn;
    expect(dueOn()).toBe('2026-06-22');
    expect(dueOn(event('EXTENDED', '2026-06-01', { months: 1 }))).toBe('2026-07-20');
    expect(dueOn(event('EXTENDED', '2026-06-01', { months: 1 }), event('EXTENDED', '2026-07-10', { months: 2 }))).toBe('2026-08-20');
    expect(dueOn(event('EXTENDED', '2026-06-01'))).toBe('2026-08-20');
    expect(dueOn(event('EXTENDED', '2026-06-23'))).toBe('2026-06-22');
  });

  it('asks in the outer area, and records nothing by itself', () => {
    const events = [received, confirmed('2026-03-20')];
    const outer = clock('HBO_65', events, '2026-07-01', { procedure: { ...simplified, isOuterArea: true } });
    expect(outer).toMatchObject({ state: 'OVERDUE', effectFrom: null, asks: ['OUTER_AREA'], stoppedOn: null });
    expect(clock('HBO_65', [...events, event('DECIDED', '2026-06-30', { outcome: 'DEEMED' })], '2026-07-01')).toMatchObject({
      state: 'MISSED',
      effectFrom: null,
    });
  });
});

describe('consent by § 36 BauGB', () => {
  const asked = event('CONSENT_REQUESTED', '2026-04-07');

  it('has two months from the receipt at the municipality; missing documents do not stop it', () => {
    const events = [asked, event('DOCUMENTS_REQUESTED', '2026-04-20', { items: ['Lageplan'] })];
    expect(clock('BAUGB_36', events, '2026-05-07')).toMatchObject({
      dueOn: '2026-06-08',
      elapsed: 1,
      state: 'RUNNING',
      effectFrom: '2026-06-09',
    });
    expect(clock('BAUGB_36', [...events, event('CONSENT_REFUSED', '2026-06-08')], '2026-07-01').state).toBe('MET');
    expect(clock('BAUGB_36', [...events, event('CONSENT_GIVEN', '2026-06-09')], '2026-07-01').state).toBe('MISSED');
    expect(clock('BAUGB_36', [...events, event('DECIDED', '2026-06-01')], '2026-07-01').state).toBe('STOPPED');
  });

  it('begins anew after a deferral under § 15 (3) BauGB within the period', () => {
    const deferred = event('DEFERRED', '2026-05-04', { ground: 'BAUGB_15_3' });
    expect(clock('BAUGB_36', [asked, deferred], '2026-05-20')).toMatchObject({ state: 'DEFERRED', dueOn: null, elapsed: null });
    const ended = event('DEFERRAL_ENDED', '2026-09-01');
    expect(clock('BAUGB_36', [asked, deferred, ended], '2026-09-10')).toMatchObject({
      state: 'RUNNING',
      dueOn: '2026-11-02',
      startedOn: '2026-04-07',
      elapsed: 0,
    });
    const until = { ...deferred, until: '2026-10-01' };
    expect(clock('BAUGB_36', [asked, until], '2026-09-10')).toMatchObject({ state: 'DEFERRED', dueOn: '2026-12-01' });
    expect(clock('BAUGB_36', [asked, until], '2026-10-12')).toMatchObject({ state: 'RUNNING', dueOn: '2026-12-01' });
  });

  it('is not touched by a deferral after its end, and asks about any other', () => {
    expect(clock('BAUGB_36', [asked, event('DEFERRED', '2026-06-09', { ground: 'BAUGB_15_3' })], '2026-06-20')).toMatchObject({
      state: 'OVERDUE',
      dueOn: '2026-06-08',
    });
    expect(clock('BAUGB_36', [asked, event('DEFERRED', '2026-05-04', { ground: 'OTHER' })], '2026-05-20')).toMatchObject({
      state: 'ASK',
      dueOn: null,
      asks: ['DEFERRAL'],
      effectFrom: null,
    });
    expect(clock('BAUGB_36', [asked, event('DEFERRED', '2026-05-04')], '2026-05-20').state).toBe('ASK');
  });

  it('is not there where the municipality decides itself', () => {
    const own = clocks([asked], SHIPPED_POLICIES, hessen, '2026-05-01', { ...simplified, municipalityIsAuthority: true });
    expect(own.map(({ policy }) => policy)).toEqual(['GOAL_35', 'GROSS', 'HBO_65']);
  });
});

describe('corrections', () => {
  it('recompute as if the wrong event had never been', () => {
    const wrong = confirmed('2026-04-20');
    const right = confirmed('2026-03-27', { supersedes: wrong.id });
    expect(clock('GOAL_35', [wrong, right], '2026-05-01').dueOn).toBe('2026-05-21');
    const taken = event('RETRACTED', '2026-05-02', { supersedes: right.id });
    expect(clock('GOAL_35', [wrong, right, taken], '2026-05-02').state).toBe('NOT_STARTED');
  });
});
