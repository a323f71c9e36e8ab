import { berlinDay, endOfBerlinDay } from './berlin';
import { addDays, addMonths, weekday, type IsoDate } from './iso-date';
import { addCountedDays, isCountedDay, isPublicHoliday, type DayUnit, type PeriodUnit, type WorkingCalendar } from './working-day';

/** A length of time as laws and promises put it. */
export interface Period {
  count: number;
  unit: PeriodUnit;
}

/** Days on which a period rests: after `after`, through `through`; without `through` it rests still. */
export interface Pause {
  /** The day of the request; the pause runs from the day after it. */
  after: IsoDate;
  /** The day the last item arrived; it still rests. */
  through?: IsoDate;
}

/** § 193 BGB: a period that would end on a Saturday, Sunday or public holiday ends on the next day that is none of these. */
export function onOpenDay(date: IsoDate, calendar: WorkingCalendar): IsoDate {
  let day = date;
  while (weekday(day) > 5 || isPublicHoliday(day, calendar)) day = addDays(day, 1);
  return day;
}

/**
 * The last day of a period that begins with an event on `from`. The day of the event is not counted (§ 187 (1) BGB); months end
 * on the same-numbered day (§ 188 (2), (3)); an end that falls on a Saturday, Sunday or holiday moves on (§ 193) for months and
 * calendar days. Working days and Werktage end on a counted day by themselves (a Werktag may be a Saturday).
 * Closures of an office move only working days and Werktage, never the others: statutory periods do not know them.
 */
export function deadline(from: IsoDate, { count, unit }: Period, calendar: WorkingCalendar): IsoDate {
  if (unit === 'MONTH') return onOpenDay(addMonths(from, count), calendar);
  if (unit === 'CALENDAR_DAY') return onOpenDay(addDays(from, count), calendar);
  return addCountedDays(from, count, unit, calendar);
}

const restsOn = (date: IsoDate, start: IsoDate, pauses: readonly Pause[]) =>
  pauses.some(({ after, through }) => after >= start && date > after && (through === undefined || date <= through));

/** Counted days after `from` up to `to` on which the period rests; pauses that overlap count once, none rests before the start. */
export function pausedDays(from: IsoDate, to: IsoDate, unit: DayUnit, pauses: readonly Pause[], calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isCountedDay(day, unit, calendar) && restsOn(day, from, pauses)) count += 1;
  return count;
}

/**
 * The last day of a period in days that rests during `pauses` (Hemmung, "Frist ruht"). Undefined while a pause is open that
 * begins before the end: then nobody can say yet. With no pauses it equals `deadline` for working days and Werktage.
 */
export function deadlineWithPauses(
  from: IsoDate,
  count: number,
  unit: DayUnit,
  pauses: readonly Pause[],
  calendar: WorkingCalendar,
): IsoDate | undefined {
  const open = pauses
    .filter(({ through, after }) => through === undefined && after >= from)
    .map(({ after }) => after)
    .sort()[0];
  let day = from;
  for (let left = count; left > 0;) {
    if (open !== undefined && day >= open) return undefined;
    day = addCountedDays(day, 1, unit, calendar);
    if (!restsOn(day, from, pauses)) left -= 1;
  }
  return day;
}

/** When an offer must be decided. */
export interface HandoverDue {
  /** Last day to decide, in Germany. */
  dueOn: IsoDate;
  /** The moment that day is over (UTC instant): from then on the offer has expired. */
  dueAt: string;
}

/**
 * An offer is due at the end of the 2nd working day after the day it was made (setting `days`), by the calendar of the receiver:
 * its holidays and the days it is closed.
 */
export function handoverDue(offeredAt: string, calendar: WorkingCalendar, days = 2): HandoverDue {
  const dueOn = addCountedDays(berlinDay(offeredAt), days, 'WORKING_DAY', calendar);
  return { dueOn, dueAt: endOfBerlinDay(dueOn) };
}
