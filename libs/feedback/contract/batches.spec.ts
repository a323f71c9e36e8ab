import fc from 'fast-check';
import { planBatches, type PendingAnswer } from './batches';

const group = (closingOwner: string, ...others: string[]) => ({ closingOwner, credited: [closingOwner, ...others] });
const answers = (prefix: string, count: number, quarter: string, of: PendingAnswer['group']): PendingAnswer[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}`, quarter, group: of }));
const told = (list: PendingAnswer[]) =>
  planBatches(list).batches.map(({ credited, quarter, answerIds }) => `${credited.join('+')} ${quarter} ${answerIds.length}`);

describe('publishing answers in batches', () => {
  it('waits for five', () => {
    expect(planBatches(answers('a', 4, '2026-Q1', group('A')))).toEqual({ batches: [], pending: ['a0', 'a1', 'a2', 'a3'] });
    expect(told(answers('a', 5, '2026-Q1', group('A')))).toEqual(['A 2026-Q1 5']);
  });

  it('collects quarter by quarter and counts in the latest', () => {
    const three = ['2026-Q1', '2026-Q2', '2026-Q3'].flatMap((quarter) => answers(quarter, 3, quarter, group('A')));
    expect(told(three)).toEqual(['A 2026-Q2 6']);
    expect(planBatches(three).pending).toHaveLength(3);
  });

  it('never splits a quarter', () => {
    expect(told([...answers('a', 7, '2026-Q1', group('A')), ...answers('b', 11, '2026-Q2', group('A'))])).toEqual([
      'A 2026-Q1 7',
      'A 2026-Q2 11',
    ]);
  });

  it('lets the few of a shared group fall back to the closing owner alone', () => {
    const own = answers('own', 3, '2026-Q1', group('A'));
    const shared = answers('shared', 2, '2026-Q1', group('A', 'B'));
    expect(told([...own, ...shared])).toEqual(['A 2026-Q1 5']);
    expect(told([...own, ...answers('shared', 5, '2026-Q1', group('A', 'B'))])).toEqual(['A+B 2026-Q1 5']);
  });

  it('never mixes owners, whoever else is credited', () => {
    const list = [...answers('a', 4, '2026-Q1', group('A', 'B')), ...answers('b', 4, '2026-Q1', group('B', 'A'))];
    expect(planBatches(list).batches).toEqual([]);
    expect(planBatches(list).pending).toHaveLength(8);
  });

  it('takes the credited organisations as a set', () => {
    const list = [
      ...answers('a', 3, '2026-Q1', { closingOwner: 'A', credited: ['B', 'A'] }),
      ...answers('b', 2, '2026-Q1', { closingOwner: 'A', credited: ['B', 'B'] }),
    ];
    expect(told(list)).toEqual(['A+B 2026-Q1 5']);
  });

  it('refuses the same answer twice', () => {
    expect(() => planBatches([...answers('a', 1, '2026-Q1', group('A')), ...answers('a', 1, '2026-Q2', group('A'))])).toThrow(RangeError);
  });

  const organisations = ['A', 'B', 'C'];
  const pending = fc
    .array(
      fc.record({
        quarter: fc.constantFrom('2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'),
        group: fc.record({ closingOwner: fc.constantFrom(...organisations), credited: fc.subarray(organisations) }),
      }),
      { maxLength: 120 },
    )
    .map((list) => list.map((each, i): PendingAnswer => ({ ...each, id: `id${i}` })));

  it('every cell has five or more, every answer is in one cell or waits, and the order of rows does not matter', () => {
    fc.assert(
      fc.property(pending, fc.integer(), (list, seed) => {
        const plan = planBatches(list);
        const byId = new Map(list.map((answer) => [answer.id, answer]));
        for (const batch of plan.batches) {
          expect(batch.answerIds.length).toBeGreaterThanOrEqual(5);
          expect(batch.credited).toContain(batch.closingOwner);
          for (const id of batch.answerIds) {
            const answer = byId.get(id);
            expect(answer?.group.closingOwner).toBe(batch.closingOwner);
            expect(answer && answer.quarter <= batch.quarter).toBe(true);
            const allowed = new Set([batch.closingOwner, ...(answer?.group.credited ?? [])]);
            expect(batch.credited.every((organisation) => allowed.has(organisation))).toBe(true);
          }
        }
        const placed = [...plan.batches.flatMap(({ answerIds }) => answerIds), ...plan.pending];
        expect([...placed].sort()).toEqual([...byId.keys()].sort());
        const shuffled = list.map((answer, i) => ({ answer, key: Math.sin(seed + i) })).sort((a, b) => a.key - b.key);
        expect(planBatches(shuffled.map(({ answer }) => answer))).toEqual(plan);
      }),
      { numRuns: 500 },
    );
  });

  it('no difference between any two published sums isolates fewer than five', () => {
    // What anybody can ask for: an organisation or the region, over any span of quarters.
    const quarters = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];
    fc.assert(
      fc.property(pending, (list) => {
        const { batches } = planBatches(list);
        const spans = quarters.flatMap((from) => quarters.filter((to) => to >= from).map((to) => ({ from, to })));
        const tables = [undefined, ...organisations].flatMap((organisation) =>
          spans.map(({ from, to }) =>
            batches
              .filter(({ credited, quarter }) => quarter >= from && quarter <= to && (!organisation || credited.includes(organisation)))
              .flatMap(({ answerIds }) => answerIds),
          ),
        );
        const sets = tables.map((ids) => new Set(ids));
        const parts = tables.flatMap((ids) =>
          sets.flatMap((other) => {
            const common = ids.filter((id) => other.has(id)).length;
            return [common, ids.length - common];
          }),
        );
        expect(parts.filter((size) => size > 0 && size < 5)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
