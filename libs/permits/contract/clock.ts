import { addDays, addMonths, daysBetween, deadline, type IsoDate, type Pause, type WorkingCalendar } from '@lotse/shared/contract';
import type { ClockDto, LedgerDto } from './clock.dto';
import type { ClockState } from './clock-state';
import { keysFor, versionFor, type ClockedProcedure, type ClockPolicy, type ClockStart } from './clock-policy';
import { dayTable, type DayTable } from './day-table';
import { ledgerOf } from './ledger';
import { effectiveEvents, type PermitEvent } from './permit-event';
import { restarted, type Restart } from './restart';

/** Everything the counts of one procedure rest on. */
interface Facts {
  events: PermitEvent[];
  ledger: LedgerDto;
  calendar: WorkingCalendar;
  today: IsoDate;
  procedure: ClockedProcedure;
}

/**
 * All counts of a procedure on a day, computed from its events and nothing else. Closures of the calendar move service goals, never
 * statutory periods.
 * @param policies every version of every count; which one holds depends on the day the period begins
 */
export function clocks(
  events: readonly PermitEvent[],
  policies: readonly ClockPolicy[],
  calendar: WorkingCalendar,
  today: IsoDate,
  procedure: ClockedProcedure,
): ClockDto[] {
  const facts = { events: effectiveEvents(events), ledger: ledgerOf(events), calendar, today, procedure };
  return keysFor(policies, procedure).flatMap((key) => {
    const first = policies.find((policy) => policy.key === key);
    const startedOn = first && startOf(first.start, facts);
    const policy = versionFor(policies, key, startedOn ?? today, procedure.closedAt);
    return policy ? [clockOf(policy, startedOn ?? null, facts)] : [];
  });
}

function startOf(start: ClockStart, { events, ledger }: Facts): IsoDate | null {
  if (start === 'COMPLETE_SINCE') return ledger.completeSince;
  if (start === 'COMPLETENESS_CONFIRMED') return ledger.confirmedOn;
  return events.find(({ kind }) => kind === start)?.on ?? null;
}

function clockOf(policy: ClockPolicy, startedOn: IsoDate | null, facts: Facts): ClockDto {
  const blank = blankClock(policy, startedOn);
  if (startedOn === null) return blank;
  const stop = facts.events.find(({ kind, on }) => policy.stops.includes(kind) && on >= startedOn);
  const table = dayTable(policy.isStatutory ? { ...facts.calendar, closures: [] } : facts.calendar);
  const restart =
    policy.gap === 'RESTART' ? restarted(facts.events, startedOn, stop?.on, (from) => lastDay(policy, from, 0, [], table)) : null;
  const from = restart?.from ?? startedOn;
  const extendedBy = extension(policy, from, facts.events, table);
  const pauses = policy.gap === 'PAUSE' ? facts.ledger.pauses : [];
  const isUnknown = restart?.state === 'ASK' || (restart?.state === 'DEFERRED' && restart.from === null);
  const dueOn = isUnknown ? undefined : lastDay(policy, from, extendedBy, pauses, table);
  const until = stop && stop.on < facts.today ? stop.on : facts.today;
  const counts: { elapsed?: number; paused?: number } =
    isUnknown || from > facts.today ? {} : elapsedUntil(policy, from, until, pauses, table);
  const target = policy.target === null ? null : policy.target + extendedBy;
  const clock: ClockDto = {
    ...blank,
    ...counts,
    target,
    extendedBy,
    remaining: target === null || counts.elapsed === undefined ? null : target - counts.elapsed,
    stoppedOn: stop && stop.on <= facts.today ? stop.on : null,
    dueOn: dueOn ?? null,
    state: 'RUNNING',
  };
  clock.state = stateOf(clock, stop, restart, pauses, facts.today);
  if (clock.state === 'PAUSED' && target !== null && policy.unit !== 'MONTH') {
    const closed = pauses.map(({ after, through }) => ({ after, through: through ?? facts.today }));
    clock.earliestDueOn = table.due(from, target, policy.unit, closed) ?? null;
  }
  if (restart?.state === 'ASK' && !clock.stoppedOn) clock.asks.push('DEFERRAL');
  return clock.stoppedOn ? clock : withEffect(clock, facts);
}

const blankClock = (policy: ClockPolicy, startedOn: IsoDate | null): ClockDto => ({
  policy: policy.key,
  version: policy.version,
  validFrom: policy.validFrom,
  source: policy.source,
  start: policy.start,
  unit: policy.unit,
  target: policy.target,
  elapsed: null,
  remaining: policy.target,
  paused: 0,
  startedOn,
  stoppedOn: null,
  dueOn: null,
  earliestDueOn: null,
  daysLeft: null,
  extendedBy: 0,
  state: 'NOT_STARTED',
  effect: policy.effect,
  effectFrom: null,
  asks: [],
});

function lastDay(policy: ClockPolicy, from: IsoDate, more: number, pauses: readonly Pause[], table: DayTable): IsoDate | undefined {
  if (policy.target === null) return undefined;
  if (policy.unit === 'MONTH') return deadline(from, { count: policy.target + more, unit: 'MONTH' }, table.calendar);
  if (policy.unit === 'CALENDAR_DAY' && policy.gap !== 'PAUSE')
    return deadline(from, { count: policy.target, unit: 'CALENDAR_DAY' }, table.calendar);
  return table.due(from, policy.target, policy.unit, pauses);
}

/** Months an authority prolonged its period by: only while it ran, and no more than the law allows. */
function extension(policy: ClockPolicy, from: IsoDate, events: readonly PermitEvent[], table: DayTable): number {
  if (policy.extendableBy === 0 || policy.unit !== 'MONTH') return 0;
  let extended = 0;
  for (const { kind, on, months } of events) {
    if (kind !== 'EXTENDED' || on < from) continue;
    const dueOn = lastDay(policy, from, extended, [], table);
    if (dueOn !== undefined && on <= dueOn) extended = Math.min(policy.extendableBy, extended + (months ?? policy.extendableBy));
  }
  return extended;
}

function elapsedUntil(
  policy: ClockPolicy,
  from: IsoDate,
  until: IsoDate,
  pauses: readonly Pause[],
  table: DayTable,
): { elapsed: number; paused: number } {
  if (policy.unit === 'MONTH') return { elapsed: wholeMonths(from, until), paused: 0 };
  const paused = table.paused(from, until, policy.unit, pauses);
  return { elapsed: table.count(from, until, policy.unit) - paused, paused };
}

function wholeMonths(from: IsoDate, to: IsoDate): number {
  if (to <= from) return 0;
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) <= to ? months : months - 1;
}

function stateOf(
  clock: ClockDto,
  stop: PermitEvent | undefined,
  restart: Restart | null,
  pauses: readonly Pause[],
  today: IsoDate,
): ClockState {
  if (clock.stoppedOn !== null && stop) return judged(clock, stop, restart);
  if (restart?.state === 'ASK') return 'ASK';
  if (restart?.state === 'DEFERRED' && (restart.from === null || restart.from > today)) return 'DEFERRED';
  if (clock.startedOn !== null && clock.startedOn > today) return 'NOT_STARTED';
  if (clock.dueOn !== null && today > clock.dueOn) return 'OVERDUE';
  const { startedOn } = clock;
  const rests = startedOn !== null && pauses.some(({ after, through }) => through === undefined && after >= startedOn && after <= today);
  return rests ? 'PAUSED' : 'RUNNING';
}

/** Whether it was stopped in time. A withdrawal is no answer, and a decision of the authority is none to a request for consent. */
function judged({ unit, elapsed, target, dueOn, start }: ClockDto, stop: PermitEvent, restart: Restart | null): ClockState {
  if (stop.kind === 'WITHDRAWN' || target === null || restart?.state === 'ASK') return 'STOPPED';
  if (start === 'CONSENT_REQUESTED' && stop.kind === 'DECIDED') return 'STOPPED';
  if (dueOn !== null && unit !== 'WORKING_DAY' && unit !== 'WEEKDAY_MON_SAT') return stop.on <= dueOn ? 'MET' : 'MISSED';
  return elapsed === null || elapsed <= target ? 'MET' : 'MISSED';
}

function withEffect(clock: ClockDto, { today, procedure }: Facts): ClockDto {
  if (clock.dueOn === null) return clock;
  clock.daysLeft = daysBetween(today, clock.dueOn);
  if (clock.effect === 'NONE') return clock;
  if (procedure.isOuterArea) clock.asks.push('OUTER_AREA');
  else clock.effectFrom = addDays(clock.dueOn, 1);
  return clock;
}
