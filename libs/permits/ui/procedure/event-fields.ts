import type { AddPermitEventDto, DecisionOutcome, DeferralGround, PermitEventDto, PermitEventKind } from '@lotse/permits/contract';
import { isDocumentEvent } from '@lotse/permits/contract';
import { linesOf } from './procedure-fields';

/** Kinds of events as the form groups them. A pause is none of them: periods rest because of documents, by themselves. */
export const EVENT_GROUPS = {
  course: ['RECEIVED', 'COMPLETENESS_CONFIRMED', 'EXTENDED', 'DEFERRED', 'DEFERRAL_ENDED', 'DECIDED', 'WITHDRAWN'],
  documents: ['DOCUMENTS_REQUESTED', 'DOCUMENTS_RECEIVED', 'DOCUMENTS_REJECTED', 'DOCUMENTS_NOT_NEEDED'],
  others: ['CONSENT_REQUESTED', 'CONSENT_GIVEN', 'CONSENT_REFUSED', 'REFERRED_TO_AGENCY', 'AGENCY_ANSWERED'],
} as const satisfies Record<string, readonly PermitEventKind[]>;

/** An event as its form holds it. */
export interface EventFields {
  kind: string;
  on: string;
  /** Documents, one per line. */
  items: string;
  reason: string;
  completeSince: string;
  ground: string;
  until: string;
  months: string;
  outcome: string;
  agency: string;
  note: string;
}

export const NO_EVENT: EventFields = {
  kind: 'RECEIVED',
  on: '',
  items: '',
  reason: '',
  completeSince: '',
  ground: '',
  until: '',
  months: '',
  outcome: '',
  agency: '',
  note: '',
};

/** The form over an event that is to be corrected; the note says why and begins empty. */
export const eventFieldsOf = (event: PermitEventDto): EventFields => ({
  kind: event.kind,
  on: event.on,
  items: event.items?.join('\n') ?? '',
  reason: event.reason ?? '',
  completeSince: event.completeSince ?? '',
  ground: event.ground ?? '',
  until: event.until ?? '',
  months: event.months?.toString() ?? '',
  outcome: event.outcome ?? '',
  agency: event.agency ?? '',
  note: '',
});

export const hasReason = (kind: string): boolean => kind === 'DOCUMENTS_REJECTED' || kind === 'DOCUMENTS_NOT_NEEDED';
export const hasItems = (kind: string): boolean => isDocumentEvent(kind as PermitEventKind);
export const hasAgency = (kind: string): boolean => kind === 'REFERRED_TO_AGENCY' || kind === 'AGENCY_ANSWERED';

/** What is sent: only the fields that belong to the kind, whatever else was typed before it was chosen. */
export function eventInput(fields: EventFields, supersedes?: string): AddPermitEventDto {
  const { kind, on, items, reason, completeSince, ground, until, months, outcome, agency, note } = fields;
  return {
    kind: kind as PermitEventKind,
    on,
    ...(hasItems(kind) && { items: linesOf(items) }),
    ...(hasReason(kind) && reason.trim() && { reason: reason.trim() }),
    ...(kind === 'COMPLETENESS_CONFIRMED' && completeSince && { completeSince }),
    ...(kind === 'DEFERRED' && ground && { ground: ground as DeferralGround }),
    ...(kind === 'DEFERRED' && until && { until }),
    ...(kind === 'EXTENDED' && months && { months: Number(months) }),
    ...(kind === 'DECIDED' && outcome && { outcome: outcome as DecisionOutcome }),
    ...(hasAgency(kind) && agency.trim() && { agency: agency.trim() }),
    ...(note.trim() && { note: note.trim() }),
    ...(supersedes && { supersedes }),
  };
}
