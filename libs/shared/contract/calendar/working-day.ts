import { isHoliday, type FederalState } from './holidays';
import { addDays, weekday, type IsoDate } from './iso-date';

/** Which days count: the holidays of a Land, days declared on top, and days on which one office is closed. */
export interface WorkingCalendar {
  state: FederalState;
  /** Further public holidays, e.g. one the government declared; they count for statutory periods too. */
  extraHolidays?: readonly IsoDate[];
  /** Days one organisation is closed (24 and 31 December …): they move service targets, never statutory periods. */
  closures?: readonly IsoDate[];
}

/** Arbeitstag is Monday to Friday, Werktag Monday to Saturday, each without public holidays; a calendar day is any day. */
export const DAY_UNITS = ['WORKING_DAY', 'WEEKDAY_MON_SAT', 'CALENDAR_DAY'] as const;
export type DayUnit = (typeof DAY_UNITS)[number];

/** Units of a period; a MONTH is counted by number of day, not by length. */
export const PERIOD_UNITS = [...DAY_UNITS, 'MONTH'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** A public holiday of the Land or one declared on top; closures are none. */
export const isPublicHoliday = (date: IsoDate, calendar: WorkingCalendar): boolean =>
  isHoliday(date, calendar.state) || (calendar.extraHolidays?.includes(date) ?? false);

/** Does the day count in this unit? Calendar days always do, whatever is closed. */
export function isCountedDay(date: IsoDate, unit: DayUnit, calendar: WorkingCalendar): boolean {
  if (unit === 'CALENDAR_DAY') return true;
  if (weekday(date) > (unit === 'WORKING_DAY' ? 5 : 6)) return false;
  return !isPublicHoliday(date, calendar) && !calendar.closures?.includes(date);
}

/** Monday to Friday, no public holiday, not closed. */
export const isWorkingDay = (date: IsoDate, calendar: WorkingCalendar): boolean => isCountedDay(date, 'WORKING_DAY', calendar);

/** Longest run without a counted day that is believed: beyond it a calendar is wrong, not long. */
const LONGEST_BREAK = 366;

/**
 * The `count`-th counted day after `date`; the day itself is not counted (§ 187 (1) BGB). 0 gives the day itself, a negative count
 * goes back. RangeError when the calendar leaves no day open for a year.
 */
export function addCountedDays(date: IsoDate, count: number, unit: DayUnit, calendar: WorkingCalendar): IsoDate {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`);
  if (unit === 'CALENDAR_DAY') return addDays(date, count);
  const step = Math.sign(count);
  let day = date;
  let idle = 0;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isCountedDay(day, unit, calendar)) {
      left -= 1;
      idle = 0;
    } else if (++idle > LONGEST_BREAK) throw new RangeError('The calendar has no open day for a year.');
  }
  return day;
}

export const addWorkingDays = (date: IsoDate, count: number, calendar: WorkingCalendar): IsoDate =>
  addCountedDays(date, count, 'WORKING_DAY', calendar);

/** Counted days after `from` up to and including `to`; 0 when `to` is not later. */
export function countDays(from: IsoDate, to: IsoDate, unit: DayUnit, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isCountedDay(day, unit, calendar)) count += 1;
  return count;
}

export const countWorkingDays = (from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number =>
  countDays(from, to, 'WORKING_DAY', calendar);

/** The day itself when it is a working day, else the next one. */
export const nextWorkingDay = (date: IsoDate, calendar: WorkingCalendar): IsoDate => addWorkingDays(addDays(date, -1), 1, calendar);
