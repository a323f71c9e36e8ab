import {
  addDays,
  dayNumber,
  fromDayNumber,
  isCountedDay,
  type DayUnit,
  type FederalState,
  type IsoDate,
  type Pause,
  type WorkingCalendar,
} from '@lotse/shared/contract';

/** First and last day the tables know; events of procedures lie between them. */
export const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2069-12-31';

/** Index of a day that is the first of the table. */
const OFFSET = dayNumber(FIRST_DAY);
const SIZE = dayNumber(LAST_DAY) - OFFSET + 1;
const DATES = Array.from({ length: SIZE }, (_, index) => fromDayNumber(OFFSET + index));
const INDEX = new Map(DATES.map((date, index) => [date, index]));

/** A stretch of indexes: after `after`, through `through`. */
interface Stretch {
  after: number;
  through: number;
}

/**
 * The calendar arithmetic of a period, for many periods at once: sums over all days, so that a count is a subtraction. It says what
 * `countDays`, `addCountedDays`, `pausedDays` and `deadlineWithPauses` say; a property test holds them together.
 */
export class DayTable {
  private readonly sums = new Map<DayUnit, Sums>();

  constructor(readonly calendar: WorkingCalendar) {}

  /** Counted days after `from` up to and including `to`. */
  count(from: IsoDate, to: IsoDate, unit: DayUnit): number {
    return to <= from ? 0 : this.between(index(from), index(to), unit);
  }

  /** Counted days after `from` up to `to` on which the period rests. */
  paused(from: IsoDate, to: IsoDate, unit: DayUnit, pauses: readonly Pause[]): number {
    const end = index(to);
    return merged(from, pauses).reduce((sum, { after, through }) => sum + this.between(after, Math.min(through, end), unit), 0);
  }

  /** Last day of a period that rests during `pauses`; undefined while one is open that begins before the end. */
  due(from: IsoDate, count: number, unit: DayUnit, pauses: readonly Pause[]): IsoDate | undefined {
    let left = count;
    let cursor = index(from);
    for (const { after, through } of merged(from, pauses)) {
      const free = this.between(cursor, after, unit);
      if (left <= free) break;
      left -= free;
      if (through === Infinity) return undefined;
      cursor = through;
    }
    return this.after(cursor, left, unit);
  }

  private between(after: number, through: number, unit: DayUnit): number {
    if (through <= after) return 0;
    if (unit === 'CALENDAR_DAY') return through - after;
    const sums = this.sumsOf(unit);
    return upTo(sums, Math.min(through, SIZE - 1)) - upTo(sums, after);
  }

  /** The `count`-th counted day after an index. */
  private after(from: number, count: number, unit: DayUnit): IsoDate {
    if (unit === 'CALENDAR_DAY') return addDays(DATES[from] ?? LAST_DAY, count);
    if (count === 0) return DATES[from] ?? LAST_DAY;
    const sums = this.sumsOf(unit);
    const wanted = upTo(sums, from) + count;
    let [low, high] = [from + 1, SIZE - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo(sums, middle) < wanted) low = middle + 1;
      else high = middle;
    }
    const found = DATES[low];
    if (found === undefined || upTo(sums, low) !== wanted) throw new RangeError('The calendar has no open day left.');
    return found;
  }

  private sumsOf(unit: DayUnit): Sums {
    const known = this.sums.get(unit);
    if (known) return known;
    const { state, extraHolidays = [], closures = [] } = this.calendar;
    const taken = [...new Set([...extraHolidays, ...closures])].filter((date) => INDEX.has(date) && isCountedDay(date, unit, { state }));
    const sums = { law: lawOf(state, unit), taken: taken.map((date) => index(date)).sort((a, b) => a - b) };
    this.sums.set(unit, sums);
    return sums;
  }
}

/** Counted days by the law of a Land up to and including each day, and the days entered on top that take one away. */
interface Sums {
  law: Int32Array;
  taken: readonly number[];
}

/** Counted days from the first of the table up to and including one. */
function upTo({ law, taken }: Sums, at: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (law[at] ?? 0) - low;
}

const laws = new Map<string, Int32Array>();

function lawOf(state: FederalState, unit: DayUnit): Int32Array {
  const known = laws.get(state + unit);
  if (known) return known;
  const law = new Int32Array(SIZE);
  let sum = 0;
  DATES.forEach((date, at) => {
    if (isCountedDay(date, unit, { state })) sum += 1;
    law[at] = sum;
  });
  laws.set(state + unit, law);
  return law;
}

function index(date: IsoDate): number {
  const found = INDEX.get(date);
  if (found === undefined) throw new RangeError(`Not a day between ${FIRST_DAY} and ${LAST_DAY}: ${date}`);
  return found;
}

/** Pauses that begin on or after the start, as stretches that do not overlap, in order. None rests before the start. */
function merged(from: IsoDate, pauses: readonly Pause[]): Stretch[] {
  const stretches: Stretch[] = [];
  const own = pauses.filter(({ after }) => after >= from).sort((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : 0));
  for (const pause of own) {
    const next = { after: index(pause.after), through: pause.through === undefined ? Infinity : index(pause.through) };
    const last = stretches.at(-1);
    if (last && next.after <= last.through) last.through = Math.max(last.through, next.through);
    else stretches.push(next);
  }
  return stretches;
}

const tables = new Map<string, DayTable>();
const MOST_TABLES = 64;

/** The table of a calendar; those used last are kept. */
export function dayTable(calendar: WorkingCalendar): DayTable {
  const key = [calendar.state, calendar.extraHolidays?.join() ?? '', calendar.closures?.join() ?? ''].join('|');
  const found = tables.get(key) ?? new DayTable(calendar);
  tables.delete(key);
  tables.set(key, found);
  const oldest = tables.keys().next();
  if (tables.size > MOST_TABLES && !oldest.done) tables.delete(oldest.value);
  return found;
}
