import { addDays, addMonths, daysInMonth, isoDate, type IsoDate, weekday } from '../iso-date';
import type { Rule, Today } from './rule';
import { monthOf, type Part, partOf } from './words';

const PART = '(anfang|mitte|ende|start|beginning|early|middle|mid|end|late)';
const LINK = '(?: of)?(?: (?:der|des|the))?';
const NEXT = '(diese[rsnm]?|kommende[rsnm]?|naechste[rsnm]?|this|coming|next)';

const firstOf = (today: IsoDate, months = 0): IsoDate => addMonths(`${today.slice(0, 7)}-01`, months);
const lastOf = (first: IsoDate): IsoDate =>
  isoDate(Number(first.slice(0, 4)), Number(first.slice(5, 7)), daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7))));
const isNext = (word: string): boolean => word !== '' && !/^(dies|this)/.test(word);

/** Anfang is the 1st, Mitte the 15th, Ende the last day. */
const inMonth = (first: IsoDate, part: Part): IsoDate => (part === 'END' ? lastOf(first) : part === 'MIDDLE' ? addDays(first, 14) : first);

/** Anfang is Monday, Mitte Wednesday, Ende Friday. */
const inWeek = (monday: IsoDate, part: Part): IsoDate => addDays(monday, part === 'END' ? 4 : part === 'MIDDLE' ? 2 : 0);

/** The part of the running span if it is still to come, else of the one after it. */
const soonest = (now: IsoDate, asked: (ahead: number) => IsoDate): IsoDate => (asked(0) >= now ? asked(0) : asked(1));

function ofWeek(part: Part, next: boolean, { today }: Today): IsoDate {
  const monday = addDays(today, 1 - weekday(today));
  return next ? inWeek(addDays(monday, 7), part) : soonest(today, (ahead) => inWeek(addDays(monday, 7 * ahead), part));
}

const ofMonth = (part: Part, next: boolean, { today }: Today): IsoDate =>
  next ? inMonth(firstOf(today, 1), part) : soonest(today, (ahead) => inMonth(firstOf(today, ahead), part));

function ofYear(part: Part, year: number): IsoDate {
  return part === 'END' ? isoDate(year, 12, 31) : part === 'MIDDLE' ? isoDate(year, 7, 1) : isoDate(year, 1, 1);
}

function ofQuarter(part: Part, next: boolean, { today }: Today): IsoDate {
  const first = firstOf(today, -((Number(today.slice(5, 7)) - 1) % 3));
  const day = (ahead: number) => {
    const start = addMonths(first, 3 * ahead);
    return part === 'END' ? lastOf(addMonths(start, 2)) : part === 'MIDDLE' ? addDays(addMonths(start, 1), 14) : start;
  };
  return next ? day(1) : soonest(today, day);
}

function ofUnit(part: Part, unit: string, next: boolean, now: Today): IsoDate {
  if (/^(woche|week)/.test(unit)) return ofWeek(part, next, now);
  if (/^(quartal|quarter)/.test(unit)) return ofQuarter(part, next, now);
  if (/^(monat|month)/.test(unit)) return ofMonth(part, next, now);
  const year = Number(now.today.slice(0, 4));
  return next ? ofYear(part, year + 1) : soonest(now.today, (ahead) => ofYear(part, year + ahead));
}

/** A part of a named month: the next one to come, or of the year that was said. */
function ofNamedMonth(part: Part, month: number, year: string, { today }: Today): IsoDate {
  if (year) return inMonth(isoDate(Number(year), month, 1), part);
  const first = Number(today.slice(0, 4));
  return soonest(today, (ahead) => inMonth(isoDate(first + ahead, month, 1), part));
}

/** "im März" in March is today; any other month begins on its first day. */
function namedMonth(month: number, year: string, now: Today): IsoDate {
  const isRunning = Number(now.today.slice(5, 7)) === month && (!year || now.today.startsWith(year));
  return isRunning ? now.today : ofNamedMonth('START', month, year, now);
}

const UNIT = '(woche|week|monats?|month|quartals?|quarter|jahre?s?|year)';

/** Parts of a week, month, quarter or year: "Ende März", "Mitte nächster Woche", "Monatsende", "nächsten Monat". */
export const PARTS: readonly Rule[] = [
  {
    pattern: new RegExp(`^${PART}${LINK}(?: ${NEXT})? ${UNIT}$`),
    day: ([part = '', next = '', unit = ''], now) => ofUnit(partOf(part) ?? 'START', unit, isNext(next), now),
  },
  {
    pattern: new RegExp(`^${NEXT} ${UNIT}$`),
    day: ([next = '', unit = ''], now) => (isNext(next) ? ofUnit('START', unit, true, now) : undefined),
  },
  {
    pattern: /^(wochen|monats|quartals|jahres)(anfang|mitte|ende)$/,
    day: ([unit = '', part = ''], now) => ofUnit(partOf(part) ?? 'END', unit.replace(/n$|s$/, ''), false, now),
  },
  {
    pattern: new RegExp(`^${PART}${LINK} ([a-z]+)(?: (\\d{4}))?$`),
    day: ([part = '', word = '', year = ''], now) => {
      const month = monthOf(word);
      return month === undefined ? undefined : ofNamedMonth(partOf(part) ?? 'START', month, year, now);
    },
  },
  { pattern: new RegExp(`^${PART}${LINK} (\\d{4})$`), day: ([part = '', year = '']) => ofYear(partOf(part) ?? 'START', Number(year)) },
  {
    pattern: /^(?:in )?([a-z]+)(?: (\d{4}))?$/,
    day: ([word = '', year = ''], now) => {
      const month = monthOf(word);
      return month === undefined ? undefined : namedMonth(month, year, now);
    },
  },
];
