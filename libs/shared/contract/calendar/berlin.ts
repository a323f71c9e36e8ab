import { addDays, dayNumber, weekday, isoDate, type IsoDate } from './iso-date';

const berlin = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Which day it is in Germany at an instant (UTC ISO string or Date); the clock of the machine does not matter. */
export function berlinDay(instant: string | Date): IsoDate {
  const parts = Object.fromEntries(berlin.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`;
}

const lastSunday = (year: number, month: number): IsoDate => {
  const last = isoDate(year, month, 31);
  return addDays(last, -(weekday(last) % 7));
};

/** Minutes that midnight at the start of a day in Germany lies before midnight UTC. */
function offsetAtMidnight(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  return date > lastSunday(year, 3) && date <= lastSunday(year, 10) ? 120 : 60;
}

/**
 * The first moment of a day in Germany as UTC instant. Summer time from the last Sunday of March to the last of October,
 * changed at 01:00 UTC (Richtlinie 2000/84/EG, § 4 EinhZeitG): valid for days since 1996.
 */
export function startOfBerlinDay(date: IsoDate): string {
  return new Date(dayNumber(date) * 86_400_000 - offsetAtMidnight(date) * 60_000).toISOString();
}

/** The first moment that is no longer this day in Germany: a deadline on that day has passed from then on (`now >= end`). */
export const endOfBerlinDay = (date: IsoDate): string => startOfBerlinDay(addDays(date, 1));
