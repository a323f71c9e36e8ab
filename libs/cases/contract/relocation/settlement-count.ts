import { OUTSIDE_REGION } from '../case-details';
import type { CaseType } from '../case-type';

/**
 * What a case is in the figures of settlement. A move inside the region is shown as a move; `UNCLEAR` is a relocation whose origin
 * or destination nobody has entered, `NONE` is everything that has nothing to do with settling.
 */
export const SETTLEMENT_KINDS = ['SETTLEMENT', 'MOVE_IN', 'MOVE_INSIDE', 'MOVE_OUT', 'UNCLEAR', 'NONE'] as const;
export type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

export interface SettlementCount {
  kind: SettlementKind;
  /**
   * By how much the region has one company more. A company that leaves counts 0 here and stands in a line of its own: one figure
   * that sets arrivals off against departures would hide both.
   */
  counts: 0 | 1;
}

const NONE: SettlementCount = { kind: 'NONE', counts: 0 };

/**
 * How a case counts as a settlement. SETTLEMENT: 1. RELOCATION: 0 inside the region and out of it, 1 from outside into it;
 * 0 while origin or destination is open, so that nothing is boasted of before it is known.
 * @param regionKeys official keys (AGS) of the municipalities of the region
 */
export function settlementCount(
  { type, details }: { type: CaseType; details: Readonly<Record<string, unknown>> },
  regionKeys: ReadonlySet<string>,
): SettlementCount {
  if (type === 'SETTLEMENT') return { kind: 'SETTLEMENT', counts: 1 };
  if (type !== 'RELOCATION') return NONE;
  const [from, to] = [details['fromMunicipality'], details['toMunicipality']];
  if (typeof from !== 'string' || typeof to !== 'string' || !from || !to) return { kind: 'UNCLEAR', counts: 0 };
  const inside = (ags: string) => ags !== OUTSIDE_REGION && regionKeys.has(ags);
  if (inside(from)) return { kind: inside(to) ? 'MOVE_INSIDE' : 'MOVE_OUT', counts: 0 };
  return inside(to) ? { kind: 'MOVE_IN', counts: 1 } : NONE;
}
