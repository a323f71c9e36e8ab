import { Injectable } from '@nestjs/common';
import {
  type AccountabilityDto,
  type AccountableEvent,
  accountableTime,
  type CaseStatus,
  lengthOf,
  type WaitingFor,
} from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';
import { caseActor, readableCase, readableEvent, readableSection } from './case-access';

interface StartRow {
  created_at: Date;
  now: Date;
  organisation: string;
}

interface EventRow {
  id: string;
  occurred_at: Date;
  recorded_at: Date;
  owner: string | null;
  status: CaseStatus | null;
  waiting_for: WaitingFor | null;
  /** Waiting for nobody is a value too, so a change to it has to be told from no change. */
  has_waiting: boolean;
}

const READABLE = `exists (select from service_cases c where c.id = $5 and ${readableCase('c')})
  and exists (select from case_sections s where s.case_id = $5 and s.section = 'MASTER' and ${readableSection('s')})`;

/** The first owner stands in the event of creation; a case from before there were events has had one owner. */
const START = `select c.created_at, now() as now, coalesce((select e.data ->> 'ownerOrganisation' from timeline_events e
    where e.case_id = c.id and e.kind = 'case.created' order by e.recorded_at limit 1), c.owner_org::text) as organisation
  from service_cases c where c.id = $5 and ${READABLE}`;

/** A day that lies before the day of recording is a back-dated event: it counts from that day's beginning in Berlin. */
const EVENTS = `select e.id, e.recorded_at,
    case when e.occurred_on < (e.recorded_at at time zone 'Europe/Berlin')::date
      then e.occurred_on::timestamp at time zone 'Europe/Berlin' else e.recorded_at end as occurred_at,
    jsonb_path_query_first(e.changes, '$[*] ? (@.field == "ownerOrganisation")') ->> 'new' as owner,
    jsonb_path_query_first(e.changes, '$[*] ? (@.field == "status")') ->> 'new' as status,
    jsonb_path_query_first(e.changes, '$[*] ? (@.field == "waitingFor")') ->> 'new' as waiting_for,
    jsonb_path_exists(e.changes, '$[*] ? (@.field == "waitingFor")') as has_waiting
  from timeline_events e where e.case_id = $5 and e.section = 'MASTER' and ${readableEvent('e')} and ${READABLE}
    and jsonb_path_exists(e.changes, '$[*] ? (@.field == "ownerOrganisation" || @.field == "status" || @.field == "waitingFor")')
  order by e.recorded_at, e.id`;

/** Who held a case, when, and for whom it waited. */
@Injectable()
export class CaseAccountability {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 unless the person reads the case itself; a stub has no history */
  of(actor: Actor, id: string): Promise<AccountabilityDto> {
    const asked = [...caseActor(actor, this.checks), id];
    return this.db.as(actor, async (tx) => {
      const [start] = await prepared<StartRow>(tx, START, asked);
      if (!start) throw new DomainError('notFound', 'case.notFound');
      const events = await prepared<EventRow>(tx, EVENTS, asked);
      const intervals = accountableTime(
        { createdAt: start.created_at.toISOString(), organisationId: start.organisation },
        toEvents(events),
        start.now.toISOString(),
      );
      const names = await namesOf(tx, [...new Set(intervals.map(({ organisationId }) => organisationId))]);
      return {
        ageSeconds: intervals.reduce((sum, interval) => sum + lengthOf(interval), 0) / 1000,
        intervals: intervals.map((interval) => ({ ...interval, organisationName: names.get(interval.organisationId) ?? '' })),
      };
    });
  }
}

/** An event says only what became different; status and whom it waits for belong together. */
function toEvents(rows: readonly EventRow[]): AccountableEvent[] {
  let [status, waitingFor]: [CaseStatus, WaitingFor | null] = ['NEW', null];
  return rows.flatMap((row) => {
    const at = { id: row.id, occurredAt: row.occurred_at.toISOString(), recordedAt: row.recorded_at.toISOString() };
    const events: AccountableEvent[] = row.owner ? [{ ...at, kind: 'owner', organisationId: row.owner }] : [];
    if (row.status ?? row.has_waiting) {
      status = row.status ?? status;
      waitingFor = row.has_waiting ? row.waiting_for : waitingFor;
      events.push({ ...at, kind: 'status', status, waitingFor });
    }
    return events;
  });
}

async function namesOf(tx: EntityManager, ids: string[]): Promise<Map<string, string>> {
  const rows = await prepared<{ id: string; name: string }>(tx, 'select id, name from organisations where id = any ($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
