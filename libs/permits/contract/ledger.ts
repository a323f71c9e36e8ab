import type { IsoDate, Pause } from '@lotse/shared/contract';
import type { LedgerDto, LedgerItemDto } from './clock.dto';
import type { DocumentState } from './document-state';
import { effectiveEvents, isDocumentEvent, type DocumentEvent, type PermitEvent } from './permit-event';

const STATE_AFTER: Record<DocumentEvent, DocumentState> = {
  DOCUMENTS_REQUESTED: 'REQUESTED',
  DOCUMENTS_RECEIVED: 'RECEIVED',
  DOCUMENTS_REJECTED: 'REJECTED',
  DOCUMENTS_NOT_NEEDED: 'NOT_NEEDED',
};

interface Entry extends LedgerItemDto {
  /** Since when it has been owed. */
  owedSince: IsoDate | null;
  pauses: Pause[];
}

/** A name is the same document however it is written in capitals and blanks. */
const keyOf = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('de');

/**
 * The completeness ledger: what events about documents add up to. It is the only cause of pauses. A document is owed from the day it is
 * requested or rejected until the day it arrives or turns out not to be needed.
 * @param expected documents usually needed, shown until an event names them
 */
export function ledgerOf(events: readonly PermitEvent[], expected: readonly string[] = []): LedgerDto {
  const entries = new Map<string, Entry>(expected.map((name) => [keyOf(name), blank(name)]));
  const effective = effectiveEvents(events);
  let filed: IsoDate | null = null;
  let confirmation: { on: IsoDate; since: IsoDate | null } | null = null;
  for (const event of effective) {
    if (event.kind === 'RECEIVED') filed ??= event.on;
    if (isDocumentEvent(event.kind)) for (const name of event.items ?? []) apply(entries, name, event.kind, event);
    if (event.kind === 'COMPLETENESS_CONFIRMED' && !confirmation)
      confirmation = { on: event.on, since: event.completeSince ?? lastArrival(filed, entries.values()) };
  }
  const items = [...entries.values()];
  return {
    items: items.map(({ owedSince: _since, pauses: _pauses, ...item }) => item),
    owed: items.filter(({ owedSince }) => owedSince !== null).map(({ name }) => name),
    completeSince: confirmation?.since ?? null,
    confirmedOn: confirmation?.on ?? null,
    completeAtFiling: confirmation && filed ? confirmation.since !== null && confirmation.since <= filed : null,
    pauses: items.flatMap(({ pauses, owedSince }) => (owedSince === null ? pauses : [...pauses, { after: owedSince }])),
  };
}

const blank = (name: string): Entry => ({
  name,
  state: 'EXPECTED',
  requestedOn: null,
  receivedOn: null,
  rejectedOn: null,
  reason: null,
  owedSince: null,
  pauses: [],
});

function apply(entries: Map<string, Entry>, name: string, kind: DocumentEvent, { on, reason }: PermitEvent): void {
  const entry = entries.get(keyOf(name)) ?? blank(name.trim());
  entries.set(keyOf(name), entry);
  const isOwed = kind === 'DOCUMENTS_REQUESTED' || kind === 'DOCUMENTS_REJECTED';
  if (kind === 'DOCUMENTS_REQUESTED') entry.requestedOn ??= on;
  if (kind === 'DOCUMENTS_RECEIVED') entry.receivedOn = on;
  entry.rejectedOn = kind === 'DOCUMENTS_REJECTED' ? on : null;
  entry.reason = kind === 'DOCUMENTS_REJECTED' || kind === 'DOCUMENTS_NOT_NEEDED' ? (reason ?? null) : null;
  entry.state = STATE_AFTER[kind];
  if (isOwed) entry.owedSince ??= on;
  else if (entry.owedSince !== null) {
    entry.pauses.push({ after: entry.owedSince, through: on });
    entry.owedSince = null;
  }
}

/** The application is complete on the day the last thing that makes it up arrived; what is owed still does not make it so. */
function lastArrival(filed: IsoDate | null, entries: Iterable<Entry>): IsoDate | null {
  let last = filed;
  for (const { receivedOn } of entries) if (receivedOn && (last === null || receivedOn > last)) last = receivedOn;
  return last;
}
