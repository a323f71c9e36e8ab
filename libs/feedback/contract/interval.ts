import { studentQuantile } from './student-t';

export interface Interval {
  low: number;
  high: number;
}

/** 97.5 % point of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * 95 % interval of a mean by Student's t, clipped to what grades can be (1 to 6). Unrounded.
 * @param sd sample standard deviation (divisor n − 1)
 */
export function meanInterval(mean: number, sd: number, n: number): Interval {
  const reach = (studentQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return { low: Math.max(1, mean - reach), high: Math.min(6, mean + reach) };
}

/** 95 % interval of a share `hits / n` (Wilson, JASA 22, 1927): never leaves 0 to 1 and works for 0 or all hits. Unrounded. */
export function wilsonInterval(hits: number, n: number): Interval {
  const share = hits / n;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { low: hits === 0 ? 0 : Math.max(0, middle - reach), high: hits === n ? 1 : Math.min(1, middle + reach) };
}
