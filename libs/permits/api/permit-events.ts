import type { EntityManager } from 'typeorm';
import type { DecisionOutcome, DeferralGround, PermitEvent, PermitEventDto, PermitEventKind } from '@lotse/permits/contract';

/** An event as its table keeps it. */
interface EventRow {
  id: string;
  kind: PermitEventKind;
  occurred_on: string;
  items: string[] | null;
  reason: string | null;
  complete_since: string | null;
  ground: DeferralGround | null;
  until_on: string | null;
  months: number | null;
  outcome: DecisionOutcome | null;
  agency: string | null;
  note: string | null;
  supersedes: string | null;
  is_replaced: boolean;
  is_imported: boolean;
  recorded_at: Date;
  by_name: string;
  by_org: string | null;
}

/** An event as the board reads it: a list, so that thousands stay small. */
export type ListedEvent = [
  string,
  PermitEventKind,
  string,
  string[] | null,
  string | null,
  string | null,
  DeferralGround | null,
  string | null,
  number | null,
  DecisionOutcome | null,
  string | null,
  string | null,
];

/** Everything that was recorded of one procedure the person reads, as it happened. */
export async function eventsOf(tx: EntityManager, procedureId: string): Promise<PermitEventDto[]> {
  const rows = await tx.query<EventRow[]>(
    `select e.id, e.kind, e.occurred_on::text, e.items, e.reason, e.complete_since::text, e.ground, e.until_on::text, e.months, e.outcome, e.agency, e.note,
      e.supersedes, exists (select from permit_events n where n.supersedes = e.id) as is_replaced, e.is_imported, e.recorded_at, e.by_name, e.by_org
     from permit_events e where e.procedure_id = $1 order by e.occurred_on, e.recorded_at, e.id`,
    [procedureId],
  );
  return rows.map(({ occurred_on, complete_since, until_on, is_replaced, is_imported, recorded_at, by_name, by_org, ...row }) => ({
    ...row,
    on: occurred_on,
    completeSince: complete_since,
    until: until_on,
    holds: !is_replaced && row.kind !== 'RETRACTED',
    isImported: is_imported,
    recordedAt: recorded_at.toISOString(),
    byName: by_name,
    byOrganisationId: by_org,
  }));
}

/** The events of many procedures in one statement, which asks once more which of them the person reads. */
export async function eventsByProcedure(
  tx: EntityManager,
  procedureIds: readonly string[],
): Promise<(procedureId: string) => PermitEvent[]> {
  const rows = await tx.query<{ procedure_id: string; events: ListedEvent[] }[]>('select procedure_id, events from permit_events_of($1)', [
    procedureIds,
  ]);
  const events = new Map(rows.map((row) => [row.procedure_id, row.events.map(fromList)]));
  return (id) => events.get(id) ?? [];
}

/** An event of such a list. */
export const fromList = ([
  id,
  kind,
  on,
  items,
  reason,
  completeSince,
  ground,
  until,
  months,
  outcome,
  agency,
  supersedes,
]: ListedEvent): PermitEvent => ({
  id,
  kind,
  on,
  items,
  reason,
  completeSince,
  ground,
  until,
  months,
  outcome,
  agency,
  supersedes,
});
