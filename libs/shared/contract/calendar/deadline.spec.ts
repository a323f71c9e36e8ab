import fc from 'fast-check';
import { deadline, deadlineWithPauses, handoverDue, onOpenDay, pausedDays, type Pause } from './deadline';
import { addDays, fromDayNumber, weekday } from './iso-date';
import { addWorkingDays, countWorkingDays, type WorkingCalendar } from './working-day';

const hessen: WorkingCalendar = { state: 'HE' };
const closedAtYearsEnd: WorkingCalendar = { state: 'HE', closures: ['2026-12-24', '2026-12-31'] };
const day = fc.integer({ min: 14_610, max: 25_900 }).map(fromDayNumber);

describe('deadlines by §§ 187, 188, 193 BGB', () => {
  it.each([
    ['2026-03-27', hessen, '2026-05-21'],
    ['2026-04-20', hessen, '2026-06-12'],
    ['2026-11-16', hessen, '2027-01-06'],
    ['2026-11-16', closedAtYearsEnd, '2027-01-08'],
  ])('35 working days from %s', (from, calendar, expected) => {
    expect(deadline(from, { count: 35, unit: 'WORKING_DAY' }, calendar)).toBe(expected);
    expect(deadlineWithPauses(from, 35, 'WORKING_DAY', [], calendar)).toBe(expected);
  });

  it('rests while documents are owed: 8 working days', () => {
    const pauses: Pause[] = [{ after: '2026-04-20', through: '2026-04-30' }];
    expect(pausedDays('2026-03-27', '2026-06-03', 'WORKING_DAY', pauses, hessen)).toBe(8);
    expect(deadlineWithPauses('2026-03-27', 35, 'WORKING_DAY', pauses, hessen)).toBe('2026-06-03');
  });

  it('counts overlapping pauses once and lets none begin before the start', () => {
    const once: Pause[] = [{ after: '2026-04-20', through: '2026-04-30' }];
    const twice: Pause[] = [...once, { after: '2026-04-22', through: '2026-04-28' }, { after: '2026-04-20', through: '2026-04-24' }];
    expect(deadlineWithPauses('2026-03-27', 35, 'WORKING_DAY', twice, hessen)).toBe('2026-06-03');
    expect(deadlineWithPauses('2026-03-27', 35, 'WORKING_DAY', [{ after: '2026-03-01', through: '2026-04-30' }], hessen)).toBe(
      '2026-05-21',
    );
  });

  it('names no day while a pause is open, unless the period ends before it', () => {
    expect(deadlineWithPauses('2026-03-27', 35, 'WORKING_DAY', [{ after: '2026-04-20' }], hessen)).toBeUndefined();
    expect(deadlineWithPauses('2026-03-27', 5, 'WORKING_DAY', [{ after: '2026-04-20' }], hessen)).toBe('2026-04-07');
  });

  it.each([
    ['2026-11-30', 3, '2027-03-01', 'the last of February is a Sunday'],
    ['2026-01-31', 1, '2026-03-02', 'so is this one, a Saturday'],
    ['2026-02-25', 2, '2026-04-27', 'a Saturday'],
    ['2025-10-25', 2, '2025-12-29', 'Christmas, then a weekend'],
    ['2026-03-03', 1, '2026-04-07', 'Good Friday to Easter Monday'],
  ])('from %s %i months end on %s: %s', (from, count, expected) => {
    expect(deadline(from, { count, unit: 'MONTH' }, hessen)).toBe(expected);
  });

  it('never moves a period in months or calendar days for a local closure', () => {
    expect(deadline('2026-11-24', { count: 1, unit: 'MONTH' }, closedAtYearsEnd)).toBe('2026-12-24');
    expect(deadline('2026-12-14', { count: 10, unit: 'CALENDAR_DAY' }, closedAtYearsEnd)).toBe('2026-12-24');
    expect(deadline('2026-12-14', { count: 10, unit: 'CALENDAR_DAY' }, { ...hessen, extraHolidays: ['2026-12-24'] })).toBe('2026-12-28');
  });

  it('lets a Werktag period end on a Saturday', () => {
    expect(deadline('2026-11-20', { count: 1, unit: 'WEEKDAY_MON_SAT' }, hessen)).toBe('2026-11-21');
  });

  it('ends on a day that is open, at most five days later', () => {
    fc.assert(
      fc.property(day, (date) => {
        const open = onOpenDay(date, hessen);
        expect(weekday(open)).toBeLessThan(6);
        expect(open >= date && open <= addDays(date, 5)).toBe(true);
        expect(onOpenDay(open, hessen)).toBe(open);
      }),
    );
  });

  const pauses = fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { maxLength: 5 });
  it('worked days and rested days make up the whole span', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), pauses, (from, count, list) => {
        const ranges = list.map(([start, length]) => ({ after: addDays(from, start), through: addDays(from, start + length) }));
        const end = deadlineWithPauses(from, count, 'WORKING_DAY', ranges, hessen);
        if (end === undefined) throw new Error('closed pauses always give an end');
        const rested = pausedDays(from, end, 'WORKING_DAY', ranges, hessen);
        expect(countWorkingDays(from, end, hessen)).toBe(count + rested);
        expect(end >= addWorkingDays(from, count, hessen)).toBe(true);
        expect(deadlineWithPauses(from, count, 'WORKING_DAY', [...ranges, ...ranges].reverse(), hessen)).toBe(end);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an offer', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-25', '2026-11-25T23:00:00.000Z', 'on a Monday'],
    ['2026-11-19T09:00:00Z', '2026-11-23', '2026-11-23T23:00:00.000Z', 'over a weekend'],
    ['2026-04-02T09:00:00Z', '2026-04-08', '2026-04-08T22:00:00.000Z', 'over Easter, in summer time'],
    ['2026-11-23T23:30:00Z', '2026-11-26', '2026-11-26T23:00:00.000Z', 'after midnight in Germany, before midnight UTC'],
    ['2026-10-22T09:00:00Z', '2026-10-26', '2026-10-26T23:00:00.000Z', 'over the change of clocks'],
  ])('made %s is due on %s', (offeredAt, dueOn, dueAt) => {
    expect(handoverDue(offeredAt, hessen)).toEqual({ dueOn, dueAt });
  });

  it('waits for an office that is closed and takes another number of days', () => {
    expect(handoverDue('2026-12-23T09:00:00Z', closedAtYearsEnd).dueOn).toBe('2026-12-29');
    expect(handoverDue('2026-12-23T09:00:00Z', hessen).dueOn).toBe('2026-12-28');
    expect(handoverDue('2026-11-23T09:00:00Z', hessen, 5).dueOn).toBe('2026-11-30');
  });
});
