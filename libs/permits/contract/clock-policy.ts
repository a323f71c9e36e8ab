import type { IsoDate, PeriodUnit } from '@lotse/shared/contract';
import type { PermitEventKind } from './permit-event';
import type { ProcedureType } from './procedure-type';

/**
 * The counts the product knows. GOAL_35: what the Kreis has set itself; GROSS: what the Land publishes; HBO_65 and BAUGB_36: the law.
 * A new kind is code with tests; the target of one and the day it holds from are data.
 */
export const CLOCK_KEYS = ['GOAL_35', 'GROSS', 'HBO_65', 'BAUGB_36'] as const;
export type ClockKey = (typeof CLOCK_KEYS)[number];

/** What a clock starts with: an event, or the day the complete application was received (by the ledger). */
export const CLOCK_STARTS = ['RECEIVED', 'COMPLETENESS_CONFIRMED', 'COMPLETE_SINCE', 'CONSENT_REQUESTED'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/** What owed documents or a deferral do: the period rests (Hemmung), begins anew (Unterbrechung), or nothing. */
export const CLOCK_GAPS = ['PAUSE', 'RESTART', 'NONE'] as const;
export type ClockGap = (typeof CLOCK_GAPS)[number];

/** What the law says of a period that ends without a decision. Shown as possible by calculation, never recorded by the program. */
export const CLOCK_EFFECTS = ['NONE', 'DEEMED_GRANTED', 'DEEMED_CONSENT'] as const;
export type ClockEffect = (typeof CLOCK_EFFECTS)[number];

/** How one count is made. */
export interface ClockPolicy {
  key: ClockKey;
  version: number;
  /** Holds for periods that begin on this day or later, until a later version does. */
  validFrom: IsoDate;
  start: ClockStart;
  stops: readonly PermitEventKind[];
  unit: PeriodUnit;
  /** In the unit; null for a count without a goal. */
  target: number | null;
  gap: ClockGap;
  effect: ClockEffect;
  /** By how many months EXTENDED may prolong it. */
  extendableBy: number;
  /** Statutory periods do not know that an office is closed. */
  isStatutory: boolean;
  /** Types of procedure it is for; all of them when empty. */
  types: readonly ProcedureType[];
  /** Where it stands. */
  source: string;
  /** When this version was activated (ISO instant); a procedure that was closed before keeps the version it had. */
  activatedAt?: string | null;
}

/** Facts about the procedure that decide which counts there are. */
export interface ClockedProcedure {
  type: ProcedureType;
  /** Then nobody asks for the municipality's consent: the decision is its own (case law to § 36 BauGB). */
  municipalityIsAuthority?: boolean;
  /** In the outer area (§ 35 BauGB) the program names no day for a fiction but asks. */
  isOuterArea?: boolean | null;
  /** ISO instant the procedure was closed: versions activated later do not touch it. */
  closedAt?: string | null;
}

const BUILDING = ['SIMPLIFIED_BUILDING_PERMIT', 'FULL_BUILDING_PERMIT', 'CHANGE_OF_USE'] as const satisfies readonly ProcedureType[];

/** The first version of every count, as it is shipped. */
export const SHIPPED_POLICIES: readonly ClockPolicy[] = [
  {
    key: 'GOAL_35',
    version: 1,
    validFrom: '2016-01-01',
    start: 'COMPLETENESS_CONFIRMED',
    stops: ['DECIDED', 'WITHDRAWN'],
    unit: 'WORKING_DAY',
    target: 35,
    gap: 'PAUSE',
    effect: 'NONE',
    extendableBy: 0,
    isStatutory: false,
    types: BUILDING,
    source: 'Wirtschaftsförderkonzept Kreis Offenbach; Zählweise nach der Definition des Landrats vom 06.02.2020',
  },
  {
    key: 'GROSS',
    version: 1,
    validFrom: '2000-01-01',
    start: 'RECEIVED',
    stops: ['DECIDED', 'WITHDRAWN'],
    unit: 'CALENDAR_DAY',
    target: null,
    gap: 'NONE',
    effect: 'NONE',
    extendableBy: 0,
    isStatutory: true,
    types: [],
    source: 'Zählweise des Landes: Kalendertage ab Eingang des Antrags',
  },
  {
    key: 'HBO_65',
    version: 1,
    validFrom: '2018-07-07',
    start: 'COMPLETE_SINCE',
    stops: ['DECIDED', 'WITHDRAWN'],
    unit: 'MONTH',
    target: 3,
    gap: 'NONE',
    effect: 'DEEMED_GRANTED',
    extendableBy: 2,
    isStatutory: true,
    types: ['SIMPLIFIED_BUILDING_PERMIT'],
    source: '§ 65 Abs. 2 HBO',
  },
  {
    key: 'BAUGB_36',
    version: 1,
    validFrom: '2000-01-01',
    start: 'CONSENT_REQUESTED',
    stops: ['CONSENT_GIVEN', 'CONSENT_REFUSED', 'DECIDED', 'WITHDRAWN'],
    unit: 'MONTH',
    target: 2,
    gap: 'RESTART',
    effect: 'DEEMED_CONSENT',
    extendableBy: 0,
    isStatutory: true,
    types: [...BUILDING, 'PRELIMINARY_ENQUIRY'],
    source: '§ 36 Abs. 2 Satz 2 BauGB; BVerwG 4 C 7.03; § 15 Abs. 3 BauGB',
  },
];

/**
 * The version that holds for a period beginning on `startedOn` (today while it has not begun): the latest whose first day is not
 * later, else the earliest. Of versions for the same day the newer one.
 */
export function versionFor(
  policies: readonly ClockPolicy[],
  key: ClockKey,
  startedOn: IsoDate,
  closedAt?: string | null,
): ClockPolicy | undefined {
  const known = policies
    .filter((policy) => policy.key === key && !(closedAt && policy.activatedAt && policy.activatedAt > closedAt))
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.version - b.version));
  return known.findLast(({ validFrom }) => validFrom <= startedOn) ?? known[0];
}

/** Which counts a procedure has. */
export function keysFor(policies: readonly ClockPolicy[], procedure: ClockedProcedure): ClockKey[] {
  return CLOCK_KEYS.filter((key) => {
    const policy = policies.find((each) => each.key === key);
    if (!policy || (policy.types.length > 0 && !policy.types.includes(procedure.type))) return false;
    return !(policy.start === 'CONSENT_REQUESTED' && procedure.municipalityIsAuthority);
  });
}
