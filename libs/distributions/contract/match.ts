import type { UseClass, SiteTenure } from './distribution';
import type { NeedProfileDto } from './need-profile.dto';

/** What an organisation can offer at all, by its own words ("Flächenprofil"). Empty lists and null mean: not said. */
export interface SiteCapability {
  readonly useClasses: readonly UseClass[];
  /** The largest connected area it has, in square metres. */
  readonly largestAreaSqm: number | null;
  readonly tenures: readonly SiteTenure[];
}

/** MATCH: what is known fits. NO_MATCH: at least one thing does not. UNKNOWN: the organisation has said nothing that could be compared. */
export const FITS = ['MATCH', 'UNKNOWN', 'NO_MATCH'] as const;
export type Fit = (typeof FITS)[number];

/** What was compared, and how it came out. */
export const FIT_REASONS = [
  'USE_CLASS_FITS',
  'USE_CLASS_MISSING',
  'AREA_FITS',
  'AREA_TOO_SMALL',
  'TENURE_FITS',
  'TENURE_MISSING',
  'NOTHING_SAID',
] as const;
export type FitReason = (typeof FIT_REASONS)[number];

export interface Match {
  readonly fit: Fit;
  readonly reasons: readonly FitReason[];
}

/**
 * Whether an organisation may have what is needed, and why. Only what both sides have said is compared; silence excludes nobody.
 * It suggests and decides nothing: a person chooses whom to ask.
 */
export function matchSites(need: Pick<NeedProfileDto, 'areaMin' | 'areaMax' | 'useClass' | 'tenure'>, has: SiteCapability | null): Match {
  const reasons: FitReason[] = [];
  const least = need.areaMin ?? need.areaMax;
  if (has && need.useClass && has.useClasses.length > 0) {
    reasons.push(has.useClasses.includes(need.useClass) ? 'USE_CLASS_FITS' : 'USE_CLASS_MISSING');
  }
  if (has && least && has.largestAreaSqm !== null) reasons.push(has.largestAreaSqm >= least ? 'AREA_FITS' : 'AREA_TOO_SMALL');
  if (has && need.tenure && need.tenure !== 'OPEN' && has.tenures.length > 0) {
    reasons.push(has.tenures.includes(need.tenure) ? 'TENURE_FITS' : 'TENURE_MISSING');
  }
  if (reasons.length === 0) return { fit: 'UNKNOWN', reasons: ['NOTHING_SAID'] };
  const misses = reasons.some((reason) => ['USE_CLASS_MISSING', 'AREA_TOO_SMALL', 'TENURE_MISSING'].includes(reason));
  return { fit: misses ? 'NO_MATCH' : 'MATCH', reasons };
}
