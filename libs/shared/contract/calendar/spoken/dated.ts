import { addDays, daysInMonth, isoDate, type IsoDate, weekday } from '../iso-date';
import type { Rule, Today } from './rule';
import { monthOf, weekdayOf } from './words';

const year4 = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

/** A day of a year, or without a year the next one to come that exists (29 February waits for its year). */
export function dated(day: number, month: number, year: string, { today }: Today): IsoDate | undefined {
  const isReal = (y: number) => y >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(y, month);
  if (year) return isReal(year4(year)) ? isoDate(year4(year), month, day) : undefined;
  const first = Number(today.slice(0, 4));
  for (let y = first; y <= first + 8; y += 1) if (isReal(y) && isoDate(y, month, day) >= today) return isoDate(y, month, day);
  return undefined;
}

/** "am 15.": of this month, or of the next that has such a day. */
function dayOfMonth(day: number, { today }: Today): IsoDate | undefined {
  for (let ahead = 0; day >= 1 && day <= 31 && ahead < 4; ahead += 1) {
    const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
    const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
    if (day <= daysInMonth(year, month) && isoDate(year, month, day) >= today) return isoDate(year, month, day);
  }
  return undefined;
}

/** Monday of a week by ISO 8601; undefined where the year has no such week. */
function mondayOfWeek(year: number, week: number): IsoDate | undefined {
  const fourth = isoDate(year, 1, 4); // 4 January is always in week 1
  const monday = addDays(fourth, 1 - weekday(fourth) + 7 * (week - 1));
  return week >= 1 && addDays(monday, 3).startsWith(String(year)) ? monday : undefined;
}

/** "KW 12": its Monday, or the named day. Without a year the running week or one to come; of the running one never a day that is over. */
function calendarWeek(week: number, year: string, word: string, { today }: Today): IsoDate | undefined {
  const day = word ? weekdayOf(word) : 1;
  if (day === undefined) return undefined;
  const first = year ? year4(year) : Number(today.slice(0, 4)) - 1;
  for (let y = first; y <= (year ? first : first + 7); y += 1) {
    const monday = mondayOfWeek(y, week);
    if (!monday || (!year && addDays(monday, 6) < today)) continue;
    const meant = addDays(monday, day - 1);
    return !year && !word && meant < today ? today : !year && meant < today ? undefined : meant;
  }
  return undefined;
}

const WEEK = String.raw`(?:kw|kalenderwoche|woche|calendar week|cw|week) ?(\d{1,2})(?: ?\/ ?| )?(\d{4})?`;

/** Days by their date: "15.3.", "15. März", "15/3", "2027-03-15", "KW 12". Numbers are day before month, as in both languages of the product. */
export const DATED: readonly Rule[] = [
  {
    pattern: /^(\d{4})-(\d{2})-(\d{2})$/,
    day: ([year = '', month = '', day = ''], now) => dated(Number(day), Number(month), year, now),
  },
  {
    pattern: /^(?:[a-z]+ )?(\d{1,2})[./] ?(\d{1,2})[./]? ?(\d{4}|\d{2})?$/,
    day: ([day = '', month = '', year = ''], now) => dated(Number(day), Number(month), year, now),
  },
  {
    pattern: /^(?:[a-z]+ (?:the )?)?(\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of )?([a-z]+) ?(\d{4}|\d{2})?$/,
    day: ([day = '', word = '', year = ''], now) => {
      const month = monthOf(word);
      return month === undefined ? undefined : dated(Number(day), month, year, now);
    },
  },
  {
    pattern: /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/,
    day: ([word = '', day = '', year = ''], now) => {
      const month = monthOf(word);
      return month === undefined ? undefined : dated(Number(day), month, year, now);
    },
  },
  { pattern: /^(\d{1,2})(?:\.|st|nd|rd|th)$/, day: ([day = ''], now) => dayOfMonth(Number(day), now) },
  {
    pattern: new RegExp(`^${WEEK}(?: ([a-z]+))?$`),
    day: ([week = '', year = '', word = ''], now) => calendarWeek(Number(week), year, word, now),
  },
  {
    pattern: new RegExp(`^([a-z]+) (?:der |in (?:der )?|of )?${WEEK}$`),
    day: ([word = '', week = '', year = ''], now) =>
      word === 'in' || word === 'der' ? calendarWeek(Number(week), year, '', now) : calendarWeek(Number(week), year, word, now),
  },
];
