/**
 * Days are strings, YYYY-MM-DD: they sort, compare and travel as they are, and no time zone can move them.
 * Inside, a day is counted in UTC, which knows no summer time.
 */
export type IsoDate = string;

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01. Throws a RangeError for anything but a real day between the years 0001 and 9999. */
export function dayNumber(date: IsoDate): number {
  if (!isIsoDate(date)) throw new RangeError(`Not a day: ${date}`);
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The day of a day number. */
export function fromDayNumber(days: number): IsoDate {
  return new Date(days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Is it a real day in the form YYYY-MM-DD? 2026-02-29 is not. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001-01-01') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day `days` later (earlier when negative). */
export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** How many days from one to the other; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekday = (date: IsoDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** For sorting: below 0 when `a` is earlier. */
export const compareDates = (a: IsoDate, b: IsoDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same-numbered day `months` later, or the last of that month where it has no such day (§ 188 (2), (3) BGB). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  dayNumber(date);
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, month));
  return isoDate(year, month, day);
}

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day from its numbers; they must form a real day. */
export const isoDate = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
