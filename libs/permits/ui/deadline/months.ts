import type { DeadlineDayDto } from '@lotse/permits/contract';
import { addDays, type IsoDate, isoDate, daysInMonth, weekday } from '@lotse/shared/contract';

/** One box of a month: a day of the period, a day before or after it, or a blank before the first. */
export interface DayBox {
  date: IsoDate;
  /** Day of the month, as it stands in the box. */
  day: number;
  /** What the period says of it; undefined outside of the period. */
  of?: DeadlineDayDto;
}

export interface MonthSheet {
  /** Its first day. */
  first: IsoDate;
  /** Weeks from Monday to Sunday; undefined where the day belongs to another month. */
  weeks: (DayBox | undefined)[][];
}

/** The months a period touches as sheets of a calendar. */
export function monthsOf(days: readonly DeadlineDayDto[]): MonthSheet[] {
  const [start, end] = [days[0]?.date, days.at(-1)?.date];
  if (!start || !end) return [];
  const known = new Map(days.map((day) => [day.date, day]));
  const sheets: MonthSheet[] = [];
  for (let first = `${start.slice(0, 7)}-01`; first <= end; first = nextMonth(first)) sheets.push({ first, weeks: weeksOf(first, known) });
  return sheets;
}

function nextMonth(first: IsoDate): IsoDate {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return addDays(first, daysInMonth(year, month));
}

function weeksOf(first: IsoDate, known: ReadonlyMap<IsoDate, DeadlineDayDto>): (DayBox | undefined)[][] {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const boxes: (DayBox | undefined)[] = Array.from({ length: weekday(first) - 1 }, () => undefined);
  for (let day = 1; day <= daysInMonth(year, month); day += 1) {
    const date = isoDate(year, month, day);
    const of = known.get(date);
    boxes.push({ date, day, ...(of && { of }) });
  }
  while (boxes.length % 7) boxes.push(undefined);
  return Array.from({ length: boxes.length / 7 }, (_, week) => boxes.slice(7 * week, 7 * week + 7));
}
