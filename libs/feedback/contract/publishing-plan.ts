import { type Batch, type PendingAnswer, planBatches } from './batches';
import type { Quarter } from './quarter';

/** An answer the figures do not know in its present form. */
export interface WaitingAnswer extends PendingAnswer {
  /** A published answer that was changed since: it keeps the quarter and the organisations it counts in. */
  isChange: boolean;
}

/**
 * Which answers are published now. New ones and changes of the running quarter go together; changes of an earlier quarter stay
 * in that quarter, else a window without it would show the change and not what it changed. So a figure moves only when five
 * answers are new or changed, and what moved it is never fewer than five.
 */
export function planPublishing(waiting: readonly WaitingAnswer[], runningQuarter: Quarter): Batch[] {
  const isEarlierChange = ({ isChange, quarter }: WaitingAnswer) => isChange && quarter < runningQuarter;
  const quarters = [...new Set(waiting.filter(isEarlierChange).map(({ quarter }) => quarter))].sort();
  return [
    ...planBatches(waiting.filter((answer) => !isEarlierChange(answer))).batches,
    ...quarters.flatMap(
      (quarter) => planBatches(waiting.filter((answer) => isEarlierChange(answer) && answer.quarter === quarter)).batches,
    ),
  ];
}
