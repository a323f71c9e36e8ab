import fc from 'fast-check';
import { FEDERAL_STATES } from './holidays';
import { addDays, fromDayNumber } from './iso-date';
import {
  addCountedDays,
  addWorkingDays,
  countDays,
  countWorkingDays,
  DAY_UNITS,
  isCountedDay,
  isWorkingDay,
  nextWorkingDay,
  type WorkingCalendar,
} from './working-day';

const hessen: WorkingCalendar = { state: 'HE' };
const day = fc.integer({ min: 14_610, max: 25_900 }).map(fromDayNumber);
const calendar = fc.record({
  state: fc.constantFrom(...FEDERAL_STATES),
  extraHolidays: fc.array(day, { maxLength: 3 }),
  closures: fc.array(day, { maxLength: 3 }),
});
const unit = fc.constantFrom(...DAY_UNITS);

describe('working days', () => {
  it.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-06-04', false, 'Corpus Christi'],
    ['2026-12-24', true, 'Christmas Eve is no holiday'],
  ])('%s: %s, %s', (date, expected) => expect(isWorkingDay(date, hessen)).toBe(expected));

  it('leaves out closures and declared holidays', () => {
    expect(isWorkingDay('2026-12-24', { ...hessen, closures: ['2026-12-24'] })).toBe(false);
    expect(isWorkingDay('2026-11-23', { ...hessen, extraHolidays: ['2026-11-23'] })).toBe(false);
    expect(isCountedDay('2026-12-24', 'CALENDAR_DAY', { ...hessen, closures: ['2026-12-24'] })).toBe(true);
  });

  it('counts a Saturday as Werktag, not as Arbeitstag', () => {
    expect(addCountedDays('2026-11-20', 1, 'WEEKDAY_MON_SAT', hessen)).toBe('2026-11-21');
    expect(addCountedDays('2026-11-20', 1, 'WORKING_DAY', hessen)).toBe('2026-11-23');
    expect(addCountedDays('2026-11-20', 1, 'CALENDAR_DAY', hessen)).toBe('2026-11-21');
  });

  it('goes back over a holiday', () => {
    expect(addWorkingDays('2026-04-07', -1, hessen)).toBe('2026-04-02');
    expect(nextWorkingDay('2026-04-03', hessen)).toBe('2026-04-07');
    expect(nextWorkingDay('2026-04-07', hessen)).toBe('2026-04-07');
  });

  it('differs by Land', () => {
    expect(isWorkingDay('2026-11-18', { state: 'SN' })).toBe(false);
    expect(isWorkingDay('2026-11-18', hessen)).toBe(true);
  });

  it('adding and counting are inverse for every unit, Land and calendar', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 120 }), unit, calendar, (from, count, each, own) => {
        const to = addCountedDays(from, count, each, own);
        expect(isCountedDay(to, each, own)).toBe(true);
        expect(countDays(from, to, each, own)).toBe(count);
        expect(countDays(from, addDays(to, -1), each, own)).toBe(count - 1);
      }),
      { numRuns: 400 },
    );
  });

  it('a span is the sum of its parts, and more closures never make it shorter', () => {
    fc.assert(
      fc.property(day, fc.nat(90), fc.nat(90), calendar, (from, first, second, own) => {
        const [middle, to] = [addDays(from, first), addDays(from, first + second)];
        expect(countWorkingDays(from, middle, own) + countWorkingDays(middle, to, own)).toBe(countWorkingDays(from, to, own));
        expect(addWorkingDays(from, first, own) >= addWorkingDays(from, first, { state: own.state })).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('counts nothing backwards and refuses half days and calendars without an open day', () => {
    expect(countWorkingDays('2026-11-23', '2026-11-20', hessen)).toBe(0);
    expect(addWorkingDays('2026-11-22', 0, hessen)).toBe('2026-11-22');
    expect(() => addWorkingDays('2026-11-23', 1.5, hessen)).toThrow(RangeError);
    const closures = Array.from({ length: 800 }, (_, i) => addDays('2026-01-01', i));
    expect(() => addWorkingDays('2026-01-01', 1, { ...hessen, closures })).toThrow(RangeError);
  });
});
