import { planPublishing, type WaitingAnswer } from './publishing-plan';

const answers = (count: number, quarter: string, isChange = false): WaitingAnswer[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `${quarter}-${isChange}-${i}`,
    quarter,
    group: { closingOwner: 'a', credited: ['a'] },
    isChange,
  }));
const sizes = (waiting: WaitingAnswer[]) => planPublishing(waiting, '2026-Q4').map(({ quarter, answerIds }) => [quarter, answerIds.length]);

it('puts new answers and changes of the running quarter together', () => {
  expect(sizes([...answers(3, '2026-Q4'), ...answers(2, '2026-Q4', true)])).toEqual([['2026-Q4', 5]]);
});

it('leaves a change of an earlier quarter in that quarter', () => {
  expect(sizes([...answers(4, '2026-Q4'), ...answers(4, '2026-Q3', true)])).toEqual([]);
  expect(sizes([...answers(5, '2026-Q4'), ...answers(5, '2026-Q3', true)])).toEqual([
    ['2026-Q4', 5],
    ['2026-Q3', 5],
  ]);
  expect(sizes([...answers(4, '2026-Q2', true), ...answers(4, '2026-Q3', true)])).toEqual([]);
});
