import fc from 'fast-check';
import { addDays } from '@lotse/shared/contract';
import { addQuarters, isClosedQuarter, quarterEnd, quarterOf, quarterStart, snapToQuarters } from './quarter';

const today = '2026-11-23';

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['2024-02-29', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-06-30', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s lies in %s', (day, quarter, start, end) => {
    expect([quarterOf(day), quarterStart(quarter), quarterEnd(quarter)]).toEqual([quarter, start, end]);
  });

  it('cover the running quarter and the four before it, unless told otherwise', () => {
    expect(snapToQuarters(undefined, undefined, today)).toEqual({
      from: '2025-10-01',
      to: '2026-12-31',
      quarters: ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
    });
  });

  it.each([
    ['2026-02-14', '2026-05-01', '2026-01-01', '2026-06-30', 2],
    ['2026-02-14', undefined, '2026-01-01', '2026-12-31', 4],
    [undefined, '2026-05-01', '2025-04-01', '2026-06-30', 5],
    ['2027-05-01', undefined, '2027-04-01', '2027-06-30', 1],
    [undefined, '2027-05-01', '2026-04-01', '2027-06-30', 5],
    ['1990-01-01', '2026-05-01', '2016-07-01', '2026-06-30', 40],
  ])('from %s to %s', (from, to, start, end, count) => {
    const span = snapToQuarters(from, to, today);
    expect([span.from, span.to, span.quarters.length]).toEqual([start, end, count]);
  });

  it('are closed when they are over', () => {
    expect(isClosedQuarter('2026-Q3', today)).toBe(true);
    expect(isClosedQuarter('2026-Q4', today)).toBe(false);
    expect(isClosedQuarter('2026-Q4', '2026-12-31')).toBe(false);
    expect(isClosedQuarter('2026-Q4', '2027-01-01')).toBe(true);
  });

  it('follow one another without gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2060 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: -80, max: 80 }),
        (year, nth, by) => {
          const quarter = `${year}-Q${nth}`;
          expect(addDays(quarterEnd(quarter), 1)).toBe(quarterStart(addQuarters(quarter, 1)));
          expect(addQuarters(addQuarters(quarter, by), -by)).toBe(quarter);
        },
      ),
    );
  });
});
