import { compareDates, type IsoDate } from '@lotse/shared/contract';

/**
 * What can happen in a procedure. RECEIVED: the application reached the authority. CONSENT_REQUESTED: the request for the municipality's
 * consent (Einvernehmen, § 36 BauGB) reached the municipality. DEFERRED: the decision was put off (Zurückstellung). EXTENDED: the
 * authority prolonged its statutory period. RETRACTED: an event was entered in error; it names the one it takes back.
 */
export const PERMIT_EVENT_KINDS = [
  'RECEIVED',
  'COMPLETENESS_CONFIRMED',
  'DOCUMENTS_REQUESTED',
  'DOCUMENTS_RECEIVED',
  'DOCUMENTS_REJECTED',
  'DOCUMENTS_NOT_NEEDED',
  'REFERRED_TO_AGENCY',
  'AGENCY_ANSWERED',
  'CONSENT_REQUESTED',
  'CONSENT_GIVEN',
  'CONSENT_REFUSED',
  'DEFERRED',
  'DEFERRAL_ENDED',
  'EXTENDED',
  'DECIDED',
  'WITHDRAWN',
  'RETRACTED',
] as const;
export type PermitEventKind = (typeof PERMIT_EVENT_KINDS)[number];

/** Events that say something about documents; they name at least one. */
export const DOCUMENT_EVENTS = [
  'DOCUMENTS_REQUESTED',
  'DOCUMENTS_RECEIVED',
  'DOCUMENTS_REJECTED',
  'DOCUMENTS_NOT_NEEDED',
] as const satisfies readonly PermitEventKind[];
export type DocumentEvent = (typeof DOCUMENT_EVENTS)[number];

export const isDocumentEvent = (kind: PermitEventKind): kind is DocumentEvent => (DOCUMENT_EVENTS as readonly string[]).includes(kind);

/** DEEMED: a person of the authority or the municipality recorded that the law's fiction applied; the program never does. */
export const DECISION_OUTCOMES = ['GRANTED', 'REFUSED', 'DEEMED'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Why a decision was put off: on request of the municipality under § 15 (3) BauGB, or anything else. */
export const DEFERRAL_GROUNDS = ['BAUGB_15_3', 'OTHER'] as const;
export type DeferralGround = (typeof DEFERRAL_GROUNDS)[number];

/** How many days ahead an event may lie: a notice posted today counts as delivered days later (§ 41 (2) VwVfG). */
export const DAYS_AHEAD = 31;

/** One event as clocks and ledger see it. Who recorded it and when does not matter to them. */
export interface PermitEvent {
  id: string;
  kind: PermitEventKind;
  /** The day it happened; not the day it was recorded. */
  on: IsoDate;
  /** Names of documents, for the events about documents. */
  items?: readonly string[] | null;
  /** Why documents were rejected or are not needed. */
  reason?: string | null;
  /** COMPLETENESS_CONFIRMED: since when, by the letter of the authority; without it the ledger says. */
  completeSince?: IsoDate | null;
  /** DEFERRED: its ground; unknown when left out, and then a person is asked. */
  ground?: DeferralGround | null;
  /** DEFERRED: its last day, if one was set. */
  until?: IsoDate | null;
  /** EXTENDED: by how many months; as long as the law allows when left out. */
  months?: number | null;
  /** DECIDED: how; null while only the day is known. */
  outcome?: DecisionOutcome | null;
  /** REFERRED_TO_AGENCY, AGENCY_ANSWERED: which agency. */
  agency?: string | null;
  /** Id of the event this one corrects or takes back. */
  supersedes?: string | null;
}

const rank = new Map(PERMIT_EVENT_KINDS.map((kind, index) => [kind, index]));

/**
 * The events that hold, in the order they happened; within a day in the order of `PERMIT_EVENT_KINDS`. What was corrected or taken
 * back is left out, whenever it was recorded: the order of recording changes nothing.
 */
export function effectiveEvents<E extends PermitEvent>(events: readonly E[]): E[] {
  const replaced = new Set(events.map(({ supersedes }) => supersedes).filter(Boolean));
  return events
    .filter(({ id, kind }) => kind !== 'RETRACTED' && !replaced.has(id))
    .sort((a, b) => compareDates(a.on, b.on) || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || (a.id < b.id ? -1 : 1));
}

/** Events that end a procedure. */
export const ENDING_EVENTS = ['DECIDED', 'WITHDRAWN'] as const satisfies readonly PermitEventKind[];
