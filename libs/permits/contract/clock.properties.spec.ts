import fc from 'fast-check';
import {
  addCountedDays,
  addDays,
  countDays,
  DAY_UNITS,
  deadlineWithPauses,
  fromDayNumber,
  pausedDays,
  type Pause,
} from '@lotse/shared/contract';
import { clocks } from './clock';
import { SHIPPED_POLICIES } from './clock-policy';
import { dayTable } from './day-table';
import { ledgerOf } from './ledger';
import { PERMIT_EVENT_KINDS, type PermitEvent } from './permit-event';

const day = fc.integer({ min: 16_000, max: 22_000 }).map(fromDayNumber);
const procedure = { type: 'SIMPLIFIED_BUILDING_PERMIT' as const };
const all = (events: PermitEvent[], today: string, extraHolidays: string[] = []) =>
  clocks(events, SHIPPED_POLICIES, { state: 'HE', extraHolidays }, today, procedure);
const goal = (events: PermitEvent[], today: string, extraHolidays: string[] = []) =>
  all(events, today, extraHolidays).find(({ policy }) => policy === 'GOAL_35');

const history = fc
  .tuple(
    day,
    fc.array(
      fc.record({
        kind: fc.constantFrom(...PERMIT_EVENT_KINDS.filter((kind) => kind !== 'RETRACTED')),
        after: fc.nat(300),
        items: fc.subarray(['Lageplan', 'Statik', 'Brandschutz'], { minLength: 1 }),
        ground: fc.constantFrom('BAUGB_15_3' as const, 'OTHER' as const, null),
      }),
      { maxLength: 20 },
    ),
  )
  .map(([from, list]) =>
    list.map(({ kind, after, items, ground }, index): PermitEvent => ({ id: `e${index}`, kind, on: addDays(from, after), items, ground })),
  );

describe('clocks of any history', () => {
  it('do not care in which order events were recorded', () => {
    fc.assert(
      fc.property(history, day, fc.infiniteStream(fc.nat()), (events, today, keys) => {
        const shuffled = events
          .map((event) => ({ event, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event);
        expect(all(shuffled, today)).toEqual(all(events, today));
      }),
      { numRuns: 200 },
    );
  });

  it('end no earlier for a holiday more', () => {
    fc.assert(
      fc.property(history, day, (events, holiday) => {
        const plain = all(events, '2030-01-02');
        all(events, '2030-01-02', [holiday]).forEach(({ dueOn, elapsed }, index) => {
          const before = plain[index];
          if (dueOn && before?.dueOn) expect(dueOn >= before.dueOn).toBe(true);
          if (elapsed !== null && before?.elapsed !== null && before?.elapsed !== undefined) expect(elapsed <= before.elapsed).toBe(true);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('move by n working days when documents are owed for n', () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.integer({ min: 0, max: 60 }), (from, offset, length) => {
        const asked = addDays(from, offset);
        const arrived = addDays(asked, length);
        const start: PermitEvent = { id: 'a', kind: 'COMPLETENESS_CONFIRMED', on: from };
        const owed: PermitEvent[] = [
          start,
          { id: 'b', kind: 'DOCUMENTS_REQUESTED', on: asked, items: ['Lageplan'] },
          { id: 'c', kind: 'DOCUMENTS_RECEIVED', on: arrived, items: ['Lageplan'] },
        ];
        const today = addDays(arrived, 200);
        const before = goal([start], today)?.dueOn ?? '';
        const after = goal(owed, today);
        const rested = countDays(asked, arrived, 'WORKING_DAY', { state: 'HE' });
        expect(after?.paused).toBe(rested);
        expect(after?.dueOn).toBe(addCountedDays(before, rested, 'WORKING_DAY', { state: 'HE' }));
      }),
      { numRuns: 200 },
    );
  });

  it('pause in the ledger alone: without events about documents nothing rests', () => {
    fc.assert(
      fc.property(history, day, (events, today) => {
        const silent = events.filter(({ kind }) => !kind.startsWith('DOCUMENTS'));
        for (const { paused, state } of all(silent, today)) expect([paused, state === 'PAUSED']).toEqual([0, false]);
        const { owed, pauses } = ledgerOf(events);
        expect(pauses.filter(({ through }) => through === undefined)).toHaveLength(owed.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the table of days', () => {
  const pauses = fc.array(fc.tuple(fc.integer({ min: -10, max: 60 }), fc.option(fc.nat(30))), { maxLength: 5 });
  it('says what the calendar says', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(120),
        fc.constantFrom(...DAY_UNITS),
        pauses,
        fc.array(fc.nat(90), { maxLength: 3 }),
        (from, count, span, unit, list, closed) => {
          const calendar = { state: 'HE' as const, extraHolidays: [], closures: closed.map((days) => addDays(from, days)) };
          const rests: Pause[] = list.map(([start, length]) => ({
            after: addDays(from, start),
            ...(length !== null && { through: addDays(from, start + length) }),
          }));
          const to = addDays(from, span);
          const table = dayTable(calendar);
          expect(table.count(from, to, unit)).toBe(countDays(from, to, unit, calendar));
          expect(table.paused(from, to, unit, rests)).toBe(pausedDays(from, to, unit, rests, calendar));
          expect(table.due(from, count, unit, rests)).toBe(deadlineWithPauses(from, count, unit, rests, calendar));
        },
      ),
      { numRuns: 200 },
    );
  });
});
