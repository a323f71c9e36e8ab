import { deadline, deadlineWithPauses, type Pause, type Period } from './deadline';
import { holidaysOf, type Holiday } from './holidays';
import { addDays, addMonths, weekday, type IsoDate } from './iso-date';
import { isCountedDay, type DayUnit, type WorkingCalendar } from './working-day';

/**
 * Why a day of a period counts or does not. EVENT_DAY: § 187 (1) BGB; ROLLED_OVER: the end fell on a Saturday, Sunday or holiday and
 * moved on to the next day that is none (§ 193 BGB); EXTRA_HOLIDAY: declared on top of the law of the Land; CLOSED: the office is
 * closed; PAUSED: the period rests (Hemmung) while documents are owed.
 */
export const DAY_REASONS = [
  'EVENT_DAY',
  'COUNTED',
  'SATURDAY',
  'SUNDAY',
  'HOLIDAY',
  'EXTRA_HOLIDAY',
  'CLOSED',
  'PAUSED',
  'ROLLED_OVER',
] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** One day of an explained period. */
export interface ExplainedDay {
  date: IsoDate;
  counted: boolean;
  reason: DayReason;
  /** Which holiday, for HOLIDAY; also for a ROLLED_OVER day that is one. */
  holiday?: Holiday;
  /** Which day of the period it is, from 1; of counted days alone. */
  number?: number;
}

/** A period day by day. */
export interface ExplainedDeadline {
  /** Undefined while a pause is open that begins before the end: nobody can say yet. */
  dueOn: IsoDate | undefined;
  days: ExplainedDay[];
}

const holidayOn = (date: IsoDate, { state }: WorkingCalendar): Holiday | undefined => holidaysOf(Number(date.slice(0, 4)), state).get(date);

/** Why a day that does not count in a unit does not. A holiday on a Sunday is named as the holiday. */
function reasonNotCounted(date: IsoDate, unit: DayUnit, calendar: WorkingCalendar): Pick<ExplainedDay, 'reason' | 'holiday'> {
  const holiday = holidayOn(date, calendar);
  if (holiday) return { reason: 'HOLIDAY', holiday };
  if (calendar.extraHolidays?.includes(date)) return { reason: 'EXTRA_HOLIDAY' };
  if (weekday(date) === 7) return { reason: 'SUNDAY' };
  return { reason: weekday(date) === 6 && unit === 'WORKING_DAY' ? 'SATURDAY' : 'CLOSED' };
}

/**
 * Every day of a period with its reason, from the day of the event to the last; `dueOn` is that of `deadline`, or of
 * `deadlineWithPauses` where pauses are given. Periods in months know no pauses.
 */
export function explainDeadline(
  from: IsoDate,
  period: Period,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): ExplainedDeadline {
  const days: ExplainedDay[] = [{ date: from, counted: false, reason: 'EVENT_DAY' }];
  const { unit } = period;
  if (unit === 'MONTH' || (unit === 'CALENDAR_DAY' && pauses.length === 0)) return explainSpan(days, from, period, calendar);
  return explainCount(days, from, period.count, unit, calendar, pauses);
}

function explainSpan(days: ExplainedDay[], from: IsoDate, period: Period, calendar: WorkingCalendar): ExplainedDeadline {
  const dueOn = deadline(from, period, calendar);
  const nominal = period.unit === 'MONTH' ? addMonths(from, period.count) : addDays(from, period.count);
  let number = 0;
  for (let date = addDays(from, 1); date <= dueOn; date = addDays(date, 1)) {
    if (date <= nominal) days.push({ date, counted: true, reason: 'COUNTED', number: ++number });
    else {
      const holiday = holidayOn(date, calendar);
      days.push({ date, counted: false, reason: 'ROLLED_OVER', ...(holiday && { holiday }) });
    }
  }
  return { dueOn, days };
}

function explainCount(
  days: ExplainedDay[],
  from: IsoDate,
  count: number,
  unit: DayUnit,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): ExplainedDeadline {
  const dueOn = deadlineWithPauses(from, count, unit, pauses, calendar);
  const own = pauses.filter(({ after }) => after >= from);
  let number = 0;
  for (let date = addDays(from, 1); number < count && (dueOn === undefined || date <= dueOn); date = addDays(date, 1)) {
    if (own.some(({ after, through }) => through === undefined && date > after)) return { dueOn: undefined, days };
    if (!isCountedDay(date, unit, calendar)) days.push({ date, counted: false, ...reasonNotCounted(date, unit, calendar) });
    else if (own.some(({ after, through }) => date > after && through !== undefined && date <= through))
      days.push({ date, counted: false, reason: 'PAUSED' });
    else days.push({ date, counted: true, reason: 'COUNTED', number: ++number });
  }
  return { dueOn, days };
}
