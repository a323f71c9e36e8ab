import { holidaysOf, type Holiday } from '../holidays';
import { type IsoDate, weekday } from '../iso-date';
import { isPublicHoliday, isWorkingDay, nextWorkingDay, type WorkingCalendar } from '../working-day';
import { COUNTED } from './counted';
import { DATED } from './dated';
import { PARTS } from './parts';
import { foldSpoken } from './words';

/** Why a day is no working day: the weekend, a holiday by name or one declared on top (EXTRA), or the office is closed. */
export type NoWorkingDay = 'SATURDAY' | 'SUNDAY' | 'EXTRA' | 'CLOSED' | Holiday;

/** The day somebody meant. */
export interface SpokenDate {
  /** A working day: the meant day itself, or the next working day after it. */
  on: IsoDate;
  /** The day the words name. */
  meant: IsoDate;
  moved: boolean;
  /** Why it was moved. */
  reason?: NoWorkingDay;
}

const RULES = [...DATED, ...PARTS, ...COUNTED];

/** Why nobody works that day; undefined for a working day. A holiday on a Sunday is named as the holiday. */
export function whyNoWorkingDay(date: IsoDate, calendar: WorkingCalendar): NoWorkingDay | undefined {
  if (isWorkingDay(date, calendar)) return undefined;
  const holiday = holidaysOf(Number(date.slice(0, 4)), calendar.state).get(date);
  if (holiday) return holiday;
  if (weekday(date) > 5) return weekday(date) === 6 ? 'SATURDAY' : 'SUNDAY';
  return isPublicHoliday(date, calendar) ? 'EXTRA' : 'CLOSED';
}

/**
 * The day that German or English words name, seen from `today`: "in 2 Wochen", "nächsten Montag", "Ende März", "15.3.", "KW 12",
 * "in 10 working days". All words must be understood, else undefined: half a sentence is no date. It falls on a working day of the
 * calendar and never before today, unless a year was said that is over.
 */
export function spokenDate(text: string, today: IsoDate, calendar: WorkingCalendar): SpokenDate | undefined {
  const words = foldSpoken(text.slice(0, 80));
  for (const { pattern, day } of RULES) {
    const found = pattern.exec(words);
    const meant =
      found &&
      day(
        found.slice(1).map((part) => part ?? ''),
        { today, calendar },
      );
    if (!meant) continue;
    const on = nextWorkingDay(meant, calendar);
    const reason = whyNoWorkingDay(meant, calendar);
    return { on, meant, moved: on !== meant, ...(reason && { reason }) };
  }
  return undefined;
}
