import type { DeadlineDayDto } from '@lotse/permits/contract';
import { explainDeadline } from '@lotse/shared/contract';
import { monthsOf } from './months';

const daysOf = (from: string, count: number): DeadlineDayDto[] =>
  explainDeadline(from, { count, unit: 'WORKING_DAY' }, { state: 'HE' }).days.map((day) => ({
    ...day,
    holiday: day.holiday ?? null,
    name: null,
    number: day.number ?? null,
  }));

it('lays the period out as sheets of a calendar, Monday first', () => {
  const sheets = monthsOf(daysOf('2026-03-27', 35));
  expect(sheets.map(({ first }) => first)).toEqual(['2026-03-01', '2026-04-01', '2026-05-01']);
  const may = sheets[2]!.weeks;
  expect(may[0]!.map((box) => box?.day)).toEqual([undefined, undefined, undefined, undefined, 1, 2, 3]); // 1 May 2026 is a Friday
  expect(may[0]![4]!.of).toMatchObject({ counted: false, reason: 'HOLIDAY' });
  expect(may[3]![3]!.of).toMatchObject({ date: '2026-05-21', number: 35 });
  expect(may[3]![4]!.of).toBeUndefined();
  expect(may.every((week) => week.length === 7)).toBe(true);
});

it('crosses the year and knows leap years', () => {
  expect(monthsOf(daysOf('2026-11-16', 35)).map(({ first }) => first)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
  const february = monthsOf(daysOf('2028-02-01', 1))[0]!.weeks.flat().filter(Boolean);
  expect(february).toHaveLength(29);
  expect(monthsOf([])).toEqual([]);
});
