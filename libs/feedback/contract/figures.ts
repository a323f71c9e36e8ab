import type { GradeCounts } from './grade';
import { meanInterval, wilsonInterval, type Interval } from './interval';

/** Target of the regional concept: "gut", a mean of at most 2.5. */
export const TARGET_MEAN = 2.5;
/** Below this number of answers there is no figure at all (Mindestfallzahl). */
export const MINIMUM_ANSWERS = 5;
/** From this number on the target can be proven met or missed. */
export const DECISION_ANSWERS = 20;
/** The decision takes at least this spread: a handful of equal grades is no proof. */
export const DECISION_MINIMUM_SD = 1;

/** MET: proven reached. MISSED: proven missed. OPEN: not provable yet. */
export const SATISFACTION_STATES = ['MET', 'MISSED', 'OPEN'] as const;
export type SatisfactionState = (typeof SATISFACTION_STATES)[number];

/** What the answers of a group say; below five answers everything but `n` is null, and `n` is then 0. */
export interface Figures {
  /** Answers the figures rest on; 0 when there are fewer than five. */
  n: number;
  /** Mean grade, unrounded; shown with one decimal. */
  mean: number | null;
  /** 95 % t-interval of the mean with the spread observed, unrounded. */
  interval: Interval | null;
  /** Share of grades 1 and 2 with its 95 % Wilson interval, 0 to 1, unrounded. */
  shareGood: (Interval & { value: number }) | null;
  /** Counts of the grades 1 … 6. */
  distribution: GradeCounts | null;
  state: SatisfactionState | null;
}

const none: Figures = { n: 0, mean: null, interval: null, shareGood: null, distribution: null, state: null };

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Mean and sample standard deviation (divisor n − 1) of grades given as counts. */
export function momentsOf(counts: GradeCounts): { n: number; mean: number; sd: number } {
  const n = sum(counts);
  const mean = sum(counts.map((count, i) => count * (i + 1))) / n;
  const squares = sum(counts.map((count, i) => count * (i + 1 - mean) ** 2));
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
}

/**
 * Is "gut" proven? From 20 answers on by the whole interval, with a standard deviation of at least 1.0; from 5 to 19 always OPEN;
 * below 5 there is no state. Unrounded bounds decide, so an interval shown as "1.8–2.5" can be open.
 */
export function satisfactionState(counts: GradeCounts): SatisfactionState | null {
  const { n, mean, sd } = momentsOf(counts);
  if (n < MINIMUM_ANSWERS) return null;
  if (n < DECISION_ANSWERS) return 'OPEN';
  const { low, high } = meanInterval(mean, Math.max(sd, DECISION_MINIMUM_SD), n);
  return high <= TARGET_MEAN ? 'MET' : low > TARGET_MEAN ? 'MISSED' : 'OPEN';
}

/**
 * Everything the satisfaction page shows about one group. The shown interval uses the spread observed, the state a floored one,
 * so both can differ. No finite population correction: who does not answer is no random sample.
 */
export function figures(counts: GradeCounts): Figures {
  const { n, mean, sd } = momentsOf(counts);
  if (n < MINIMUM_ANSWERS) return none;
  const good = counts[0] + counts[1];
  return {
    n,
    mean,
    interval: meanInterval(mean, sd, n),
    shareGood: { value: good / n, ...wilsonInterval(good, n) },
    distribution: counts,
    state: satisfactionState(counts),
  };
}

/** May these be called better and worse? Only when their intervals do not touch. */
export const areComparable = (a: Interval, b: Interval): boolean => a.high < b.low || b.high < a.low;
