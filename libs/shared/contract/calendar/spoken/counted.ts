import { addDays, addMonths, type IsoDate, weekday } from '../iso-date';
import { addCountedDays, type WorkingCalendar } from '../working-day';
import type { Rule } from './rule';
import { numberOf, weekdayOf } from './words';

const COUNT = String.raw`(\d{1,4}|[a-z]+)`;
const UNIT = String.raw`(tag|tage|tagen|day|days|woche|wochen|weeks?|monat|monate|monaten|months?|jahr|jahre|jahren|years?|arbeitstage?n?|werktage?n?|(?:working|business|work) ?days?)`;
/** Nobody plans further than this; what is beyond is a slip of the finger. */
const MOST_DAYS = 3660;

function later(today: IsoDate, count: number | undefined, unit: string, calendar: WorkingCalendar): IsoDate | undefined {
  if (count === undefined) return undefined;
  if (/^(mon|month)/.test(unit)) return count <= 120 ? addMonths(today, count) : undefined;
  if (/^(jahr|year)/.test(unit)) return count <= 10 ? addMonths(today, 12 * count) : undefined;
  const days = /^(woche|week)/.test(unit) ? 7 * count : count;
  if (days > MOST_DAYS) return undefined;
  if (unit.startsWith('werktag')) return addCountedDays(today, days, 'WEEKDAY_MON_SAT', calendar);
  if (/^(arbeitstag|working|business|work)/.test(unit)) return addCountedDays(today, days, 'WORKING_DAY', calendar);
  return addDays(today, days);
}

/** The next such day after `from`. */
const following = (from: IsoDate, day: number): IsoDate => addDays(from, ((day - weekday(from) + 6) % 7) + 1);
const monday = (today: IsoDate): IsoDate => addDays(today, 1 - weekday(today));

/** A weekday of a week counted from this one; undefined for words that are no weekday. */
function inWeek(today: IsoDate, weeks: number, word: string): IsoDate | undefined {
  const day = weekdayOf(word);
  return day === undefined ? undefined : addDays(monday(today), 7 * weeks + day - 1);
}

function namedDay(today: IsoDate, which: string, word: string): IsoDate | undefined {
  const day = weekdayOf(word);
  if (day === undefined) return undefined;
  // The English "next" is the one of next week, the German "nächsten" the next to come: the day found is shown at once.
  if (which === 'next ') return addDays(monday(today), 6 + day);
  const next = following(today, day);
  return which.startsWith('uebernaechste') ? addDays(next, 7) : next;
}

/** Days counted from today: "in 2 Wochen", "übermorgen", "nächsten Montag", "in 10 Arbeitstagen". */
export const COUNTED: readonly Rule[] = [
  { pattern: /^(?:heute|today)$/, day: (_, { today }) => today },
  { pattern: /^(?:morgen|tomorrow)(?: frueh| morning)?$/, day: (_, { today }) => addDays(today, 1) },
  { pattern: /^(?:uebermorgen|day after tomorrow)$/, day: (_, { today }) => addDays(today, 2) },
  { pattern: /^in (?:einem halben|nem halben|half a) (?:jahr|year)$/, day: (_, { today }) => addMonths(today, 6) },
  { pattern: /^in a fortnight$/, day: (_, { today }) => addDays(today, 14) },
  {
    pattern: /^(?:naechster|next) (?:arbeitstag|working day|business day)$/,
    day: (_, { today, calendar }) => addCountedDays(today, 1, 'WORKING_DAY', calendar),
  },
  {
    pattern: new RegExp(`^(?:heute |today )?in ${COUNT} ${UNIT}$`),
    day: ([count = '', unit = ''], { today, calendar }) => later(today, numberOf(count), unit, calendar),
  },
  {
    pattern: new RegExp(`^${COUNT} ${UNIT}(?: from (?:now|today)| later)?$`),
    day: ([count = '', unit = ''], { today, calendar }) => later(today, numberOf(count), unit, calendar),
  },
  {
    pattern: new RegExp(`^([a-z]+) in ${COUNT} (?:wochen?|weeks?)$`),
    day: ([word = '', count = ''], { today }) => {
      const weeks = numberOf(count);
      const day = weekdayOf(word);
      return weeks === undefined || weeks > 520 || day === undefined ? undefined : addDays(following(today, day), 7 * weeks);
    },
  },
  {
    pattern: /^(?:(diese[nrms]?|kommende[nrms]?|naechste[nrms]?|uebernaechste[nrms]?|this|coming|next) )?([a-z]+)$/,
    day: ([which = '', word = ''], { today }) => namedDay(today, which && `${which} `, word),
  },
  { pattern: /^(?:naechste|next) (?:woche|week) ([a-z]+)$/, day: ([word = ''], { today }) => inWeek(today, 1, word) },
  { pattern: /^([a-z]+) (?:naechste[r]? woche|next week)$/, day: ([word = ''], { today }) => inWeek(today, 1, word) },
  { pattern: /^([a-z]+) (?:uebernaechste[r]? woche|week after next)$/, day: ([word = ''], { today }) => inWeek(today, 2, word) },
];
