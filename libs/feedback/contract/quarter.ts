import { addDays, addMonths, isoDate, type IsoDate } from '@lotse/shared/contract';

/** A calendar quarter as "2026-Q4": sorts and compares as text. */
export type Quarter = string;

/** The quarter a day lies in. */
export const quarterOf = (date: IsoDate): Quarter => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** First day of a quarter. */
export const quarterStart = (quarter: Quarter): IsoDate => isoDate(Number(quarter.slice(0, 4)), (Number(quarter.slice(6)) - 1) * 3 + 1, 1);

/** Last day of a quarter. */
export const quarterEnd = (quarter: Quarter): IsoDate => addDays(addMonths(quarterStart(quarter), 3), -1);

/** The quarter `count` later (earlier when negative). */
export const addQuarters = (quarter: Quarter, count: number): Quarter => quarterOf(addMonths(quarterStart(quarter), 3 * count));

/** Has the quarter ended before `today`? Only closed quarters give figures. */
export const isClosedQuarter = (quarter: Quarter, today: IsoDate): boolean => quarterEnd(quarter) < today;

/** A span of whole quarters. */
export interface QuarterSpan {
  from: IsoDate;
  to: IsoDate;
  /** Every quarter of the span, earliest first. */
  quarters: Quarter[];
}

/** Without dates: the running quarter and the four before it. */
const QUARTERS_BEFORE = 4;
/** Longest span that is answered: ten years. Earlier beginnings are cut. */
const LONGEST_SPAN = 40;

/**
 * Widens a span of days to whole quarters. Without `to` it ends with the running quarter, or with that of `from` when it lies later;
 * without `from` it begins four quarters before its last one. A `to` before `from` is refused before it comes here.
 */
export function snapToQuarters(from: IsoDate | undefined, to: IsoDate | undefined, today: IsoDate): QuarterSpan {
  const running = quarterOf(today);
  const last = to ? quarterOf(to) : from && quarterOf(from) > running ? quarterOf(from) : running;
  const first = from ? quarterOf(from) : addQuarters(last, -QUARTERS_BEFORE);
  const quarters = [last];
  while (quarters.length < LONGEST_SPAN && (quarters[0] ?? first) > first) quarters.unshift(addQuarters(quarters[0] ?? last, -1));
  return { from: quarterStart(quarters[0] ?? first), to: quarterEnd(last), quarters };
}
