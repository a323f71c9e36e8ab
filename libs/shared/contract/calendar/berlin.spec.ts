import fc from 'fast-check';
import { berlinDay, endOfBerlinDay, startOfBerlinDay } from './berlin';
import { addDays, fromDayNumber } from './iso-date';

describe('days in Germany', () => {
  it.each([
    ['2026-11-23T22:59:59.999Z', '2026-11-23'],
    ['2026-11-23T23:00:00.000Z', '2026-11-24'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-03-29T00:30:00+05:00', '2026-03-28'],
  ])('%s is %s', (instant, day) => expect(berlinDay(instant)).toBe(day));

  it.each([
    ['2026-03-28', '2026-03-28T23:00:00.000Z', 'the night before summer time'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z', 'the day of 23 hours'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z', 'the night before winter time'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z', 'the day of 25 hours'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z', 'the last of the year'],
  ])('%s ends at %s: %s', (day, end) => expect(endOfBerlinDay(day)).toBe(end));

  it('agrees with the time zone database on every day since the common summer time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9497, max: 25_000 }).map(fromDayNumber), (day) => {
        const start = startOfBerlinDay(day);
        expect(berlinDay(start)).toBe(day);
        expect(berlinDay(new Date(Date.parse(start) - 1))).toBe(addDays(day, -1));
        expect(endOfBerlinDay(day)).toBe(startOfBerlinDay(addDays(day, 1)));
      }),
      { numRuns: 2000 },
    );
  });
});
