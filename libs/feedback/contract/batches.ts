import { MINIMUM_ANSWERS } from './figures';
import type { Quarter } from './quarter';

/**
 * An answer that waits to enter the figures and can no longer be replaced (14 days after the first): what is published stays as it is.
 * `group` names the organisations its grade is credited to, the closing owner among
 * them; answers with the same credited set and closing owner form one group.
 */
export interface PendingAnswer {
  id: string;
  /** Quarter in which the answer was given or last changed; only answers of closed quarters may be passed in. */
  quarter: Quarter;
  group: AnswerGroup;
}

export interface AnswerGroup {
  /** The organisation that owned the case when it was closed. */
  closingOwner: string;
  /** Every organisation whose figures the grade enters, the closing owner included. */
  credited: readonly string[];
}

/** Answers that enter the figures together, once and for all: never fewer than five. */
export interface Batch {
  closingOwner: string;
  /** Sorted, without repetition. */
  credited: string[];
  /** The latest quarter of its answers: the batch counts there. */
  quarter: Quarter;
  answerIds: string[];
}

export interface BatchPlan {
  batches: Batch[];
  /** Ids that wait on; a published figure does not know them. */
  pending: string[];
}

interface Item {
  id: string;
  quarter: Quarter;
}

const creditedOf = ({ closingOwner, credited }: AnswerGroup) => [...new Set([closingOwner, ...credited])].sort();
const keyOf = (closingOwner: string, credited: readonly string[]) => JSON.stringify([closingOwner, ...credited]);
const byQuarter = (a: Item, b: Item) =>
  a.quarter === b.quarter ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : a.quarter < b.quarter ? -1 : 1;

/** Whole quarters are collected until there are enough; what remains at the end is left over. */
function flush(items: readonly Item[], minimum: number): { full: Item[][]; left: Item[] } {
  const full: Item[][] = [];
  let open: Item[] = [];
  [...items].sort(byQuarter).forEach((item, i, all) => {
    open.push(item);
    if (open.length >= minimum && all[i + 1]?.quarter !== item.quarter) {
      full.push(open);
      open = [];
    }
  });
  return { full, left: open };
}

/**
 * Groups waiting answers into batches that are published as a whole.
 *
 * Why nothing can be computed out of the figures: a published figure, of an organisation, of the region, of any span of quarters,
 * is a sum over whole batches and nothing else. Sums and differences of such figures are again made of whole batches, so the least
 * that any comparison (total less parts, this window less that, today less yesterday) can isolate is one batch of at least five
 * answers. For that every answer is in at most one batch, a batch is never split or changed, it counts in one quarter, and it is
 * credited as one: the organisations of a batch are the same for all its answers.
 *
 * Answers credited to several organisations that never reach five in their own group fall back to the group of the closing owner
 * alone, rather than waiting for ever: the others lose a credit, nobody learns a grade. What is still too few waits.
 * The result does not depend on the order of the input.
 */
export function planBatches(answers: readonly PendingAnswer[], minimum = MINIMUM_ANSWERS): BatchPlan {
  const groups = new Map<string, { closingOwner: string; credited: string[]; items: Item[] }>();
  const put = (closingOwner: string, credited: string[], item: Item) => {
    const key = keyOf(closingOwner, credited);
    const group = groups.get(key) ?? { closingOwner, credited, items: [] };
    groups.set(key, group);
    group.items.push(item);
  };
  const seen = new Set<string>();
  for (const { id, quarter, group } of answers) {
    if (seen.has(id)) throw new RangeError(`Answer twice: ${id}`);
    seen.add(id);
    put(group.closingOwner, creditedOf(group), { id, quarter });
  }

  const batches: Batch[] = [];
  const pending: Item[] = [];
  const publish = (closingOwner: string, credited: string[], items: Item[]) =>
    batches.push({ closingOwner, credited, quarter: items.at(-1)?.quarter ?? '', answerIds: items.map(({ id }) => id) });

  // Shared groups first: their leftovers still find a place among the owner's own.
  for (const { closingOwner, credited, items } of [...groups.values()].filter((group) => group.credited.length > 1)) {
    const { full, left } = flush(items, minimum);
    full.forEach((batch) => publish(closingOwner, credited, batch));
    left.forEach((item) => put(closingOwner, [closingOwner], item));
  }
  for (const { closingOwner, credited, items } of [...groups.values()].filter((group) => group.credited.length === 1)) {
    const { full, left } = flush(items, minimum);
    full.forEach((batch) => publish(closingOwner, credited, batch));
    pending.push(...left);
  }
  const order = (a: Batch, b: Batch) => {
    const [left, right] = [keyOf(a.closingOwner, a.credited) + a.quarter, keyOf(b.closingOwner, b.credited) + b.quarter];
    return left < right ? -1 : left > right ? 1 : 0;
  };
  return { batches: batches.sort(order), pending: pending.sort(byQuarter).map(({ id }) => id) };
}
