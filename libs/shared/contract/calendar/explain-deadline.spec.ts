import fc from 'fast-check';
import { deadline, deadlineWithPauses, type Pause } from './deadline';
import { explainDeadline, type ExplainedDay } from './explain-deadline';
import { addDays, fromDayNumber } from './iso-date';
import { PERIOD_UNITS, type WorkingCalendar } from './working-day';

const hessen: WorkingCalendar = { state: 'HE' };
const day = fc.integer({ min: 14_610, max: 25_900 }).map(fromDayNumber);
const words = (days: readonly ExplainedDay[]) => days.map(({ date, reason }) => `${date.slice(5)} ${reason}`);

describe('a period day by day', () => {
  it('gives each day its reason', () => {
    const { dueOn, days } = explainDeadline('2026-04-01', { count: 3, unit: 'WORKING_DAY' }, { ...hessen, closures: ['2026-04-07'] });
    expect(dueOn).toBe('2026-04-09');
    expect(words(days)).toEqual([
      '04-01 EVENT_DAY',
      '04-02 COUNTED',
      '04-03 HOLIDAY',
      '04-04 SATURDAY',
      '04-05 SUNDAY',
      '04-06 HOLIDAY',
      '04-07 CLOSED',
      '04-08 COUNTED',
      '04-09 COUNTED',
    ]);
    expect(days[2]).toEqual({ date: '2026-04-03', counted: false, reason: 'HOLIDAY', holiday: 'goodFriday' });
    expect(days.at(-1)?.number).toBe(3);
  });

  it('says which days rest and which were declared', () => {
    const rests = explainDeadline('2026-11-02', { count: 2, unit: 'WORKING_DAY' }, { ...hessen, extraHolidays: ['2026-11-04'] }, [
      { after: '2026-11-03', through: '2026-11-05' },
    ]);
    expect(words(rests.days)).toEqual(['11-02 EVENT_DAY', '11-03 COUNTED', '11-04 EXTRA_HOLIDAY', '11-05 PAUSED', '11-06 COUNTED']);
  });

  it('shows where an end rolls over', () => {
    const { dueOn, days } = explainDeadline('2026-11-30', { count: 3, unit: 'MONTH' }, hessen);
    expect(dueOn).toBe('2027-03-01');
    expect(days.at(-2)).toMatchObject({ date: '2027-02-28', counted: true });
    expect(days.at(-1)).toEqual({ date: '2027-03-01', counted: false, reason: 'ROLLED_OVER' });
  });

  it('stops where nobody can say', () => {
    expect(explainDeadline('2026-11-02', { count: 9, unit: 'WORKING_DAY' }, hessen, [{ after: '2026-11-04' }])).toMatchObject({
      dueOn: undefined,
      days: [{}, { number: 1 }, { date: '2026-11-04', number: 2 }],
    });
  });

  const pauses = fc.array(fc.tuple(fc.nat(60), fc.nat(30)), { maxLength: 4 });
  const extras = fc.array(fc.nat(100), { maxLength: 4 });
  it('ends where the arithmetic ends, and counts as many days as the period has', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(...PERIOD_UNITS),
        pauses,
        extras,
        (from, count, unit, rests, more) => {
          const calendar = { ...hessen, extraHolidays: more.map((days) => addDays(from, days)) };
          const ranges: Pause[] = rests.map(([start, length]) => ({ after: addDays(from, start), through: addDays(from, start + length) }));
          const { dueOn, days } = explainDeadline(from, { count, unit }, calendar, unit === 'MONTH' ? [] : ranges);
          const hasRests = unit !== 'MONTH' && ranges.length > 0;
          expect(dueOn).toBe(
            hasRests ? deadlineWithPauses(from, count, unit, ranges, calendar) : deadline(from, { count, unit }, calendar),
          );
          expect(days.at(-1)?.date).toBe(dueOn);
          expect(days.map(({ date }) => date)).toEqual(days.map((_, index) => addDays(from, index)));
          if (unit !== 'MONTH') expect(days.filter(({ counted }) => counted)).toHaveLength(count);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never shortened by a holiday more', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...PERIOD_UNITS), fc.nat(120), (from, count, unit, offset) => {
        const more = { ...hessen, extraHolidays: [addDays(from, offset)] };
        expect(deadline(from, { count, unit }, more) >= deadline(from, { count, unit }, hessen)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
