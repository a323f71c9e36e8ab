/** Size of an enterprise by Recommendation 2003/361/EC; the order is from small to large. */
export const SIZE_CLASSES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** Upper limits: staff must stay below, turnover or balance sheet total (million euro) at or below (Annex, Art. 2). */
export const SIZE_LIMITS = {
  MICRO: { staffBelow: 10, turnover: 2, balance: 2 },
  SMALL: { staffBelow: 50, turnover: 10, balance: 10 },
  MEDIUM: { staffBelow: 250, turnover: 50, balance: 43 },
} as const;

/**
 * The class of an enterprise by staff (annual work units) and, where known, annual turnover or balance sheet total in million euro:
 * the staff limit binds, of the two sums only one must hold. With both sums unknown the staff alone decides.
 */
export function sizeClass(staff: number, turnover?: number | null, balance?: number | null): SizeClass {
  const fits = SIZE_CLASSES.find((size) => {
    if (size === 'LARGE') return true;
    const limit = SIZE_LIMITS[size];
    const money = [turnover == null || turnover <= limit.turnover, balance == null || balance <= limit.balance];
    const known = [turnover != null, balance != null];
    return staff < limit.staffBelow && (!known.includes(true) || money.some((holds, i) => known[i] && holds));
  });
  return fits ?? 'LARGE';
}
