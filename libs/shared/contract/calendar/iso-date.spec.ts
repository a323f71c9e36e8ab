import fc from 'fast-check';
import { addDays, addMonths, compareDates, dayNumber, daysBetween, daysInMonth, fromDayNumber, isIsoDate, weekday } from './iso-date';

const days = fc.integer({ min: -200_000, max: 200_000 }).map(fromDayNumber);

describe('days as text', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s for a day', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '0000-01-01',
    '',
    'heute',
  ])('does not take "%s" for a day', (text) => {
    expect(isIsoDate(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it.each([
    ['2026-11-23', 1],
    ['2026-11-22', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2000-02-29', 2],
    ['1900-01-01', 1],
  ])('%s is weekday %i', (date, expected) => expect(weekday(date)).toBe(expected));

  it('crosses the days on which clocks change without losing or doubling one', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('adds and counts days alike', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        const there = addDays(date, count);
        expect(daysBetween(date, there)).toBe(count);
        expect(addDays(there, -count)).toBe(date);
        expect(Math.sign(compareDates(there, date))).toBe(Math.sign(count));
        expect((weekday(date) - 1 + (((count % 7) + 7) % 7)) % 7).toBe(weekday(there) - 1);
      }),
    );
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected));

  it.each([
    [2000, 29],
    [1900, 28],
    [2024, 29],
    [2026, 28],
  ])('February %i has %i days', (year, count) => expect(daysInMonth(year, 2)).toBe(count));

  it('ends a month on the same-numbered day or on the last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const there = addMonths(date, months);
        expect(isIsoDate(there)).toBe(true);
        const last = daysInMonth(Number(there.slice(0, 4)), Number(there.slice(5, 7)));
        expect(Number(there.slice(8))).toBe(Math.min(Number(date.slice(8)), last));
      }),
    );
  });
});
