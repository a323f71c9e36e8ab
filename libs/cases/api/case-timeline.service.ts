import { Injectable } from '@nestjs/common';
import type { CaseSection, TimelineChangeDto, TimelineEventDto, TimelinePageDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, prepared } from '@lotse/shared/api';
import { pageRange, type PageQueryDto } from '@lotse/shared/dto';
import type { EntityManager } from 'typeorm';
import { caseActor, readableCase, readableEvent, readableSection } from './case-access';
import { CaseReader } from './case-reader';
import { readableDocumentEvent } from './documents/document-access';

interface EventRow {
  id: string;
  kind: string;
  section: CaseSection;
  occurred_on: string;
  recorded_at: Date;
  by_name: string;
  by_org: string | null;
  changes: { field: string; old: unknown; new: unknown }[];
  data: Record<string, unknown>;
  by_org_name: string | null;
  corrects: string | null;
  /** How many events there are on all pages. */
  total: number;
}

/** Organisations by id and municipalities by official key. */
type Names = ReadonlyMap<string, string>;

const READABLE = `e.case_id = $5 and ${readableEvent('e')} and ${readableDocumentEvent('e')}
  and exists (select from case_sections s where s.case_id = e.case_id and s.section = e.section and ${readableSection('s')})
  and exists (select from service_cases c where c.id = e.case_id and ${readableCase('c')})`;
/** A page and the total in one statement; a page beyond the last is one row without an event. */
const PAGE = `with readable as materialized (
    select e.id, e.kind, e.section, e.occurred_on::text, e.recorded_at, e.by_name, e.by_org,
      (select o.name from organisations o where o.id = e.by_org) as by_org_name, e.changes, e.data, e.corrects
    from timeline_events e where ${READABLE})
  select p.*, t.total from (select count(*)::int as total from readable) t
  left join lateral (select * from readable order by recorded_at desc, id desc limit $6::int offset $7::int) p on true
  order by p.recorded_at desc, p.id desc`;
/** Facts of an event that are organisations. */
const ORGANISATIONS = ['fromOrganisation', 'toOrganisation', 'ownerOrganisation', 'byOrganisation'];
const isMunicipality = (field: string): boolean => /^details\.\w*Municipality$/.test(field);

/** What happened to a case, newest first: only events of sections the person reads, and none that is between others. */
@Injectable()
export class CaseTimeline {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
  ) {}

  page(actor: Actor, caseId: string, query: PageQueryDto): Promise<TimelinePageDto> {
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const parameters = [...caseActor(actor, this.checks), caseId, limit, offset];
      const rows = await prepared<EventRow>(tx, PAGE, parameters);
      const total = rows[0]?.total ?? 0;
      if (total === 0) await this.reader.requireReadable(tx, actor, caseId);
      const events = rows.filter((row) => row.id !== null);
      const names = await namesIn(tx, events);
      return { items: events.map((row) => toEvent(row, names)), total };
    });
  }
}

/** What the facts and changes of events name; most name nothing. */
async function namesIn(tx: EntityManager, rows: EventRow[]): Promise<Names> {
  const ids = rows.flatMap((row) => [
    ...ORGANISATIONS.map((key) => row.data[key]),
    ...row.changes.filter(({ field }) => field === 'ownerOrganisation').flatMap((change) => [change.old, change.new]),
  ]);
  const keys = rows.flatMap((row) =>
    row.changes.filter(({ field }) => isMunicipality(field)).flatMap((change) => [change.old, change.new]),
  );
  const text = (values: unknown[]) => [...new Set(values.filter((value) => typeof value === 'string'))];
  const [organisations, municipalities] = [text(ids), text(keys)];
  if (organisations.length + municipalities.length === 0) return new Map();
  const found = await tx.query<{ key: string; name: string }[]>(
    `select id::text as key, name from organisations where id::text = any ($1::text[])
     union all select ags, name from municipalities where ags = any ($2::text[])`,
    [organisations, municipalities],
  );
  return new Map(found.map(({ key, name }) => [key, name]));
}

function toEvent(row: EventRow, names: Names): TimelineEventDto {
  const organisations = ORGANISATIONS.filter((key) => names.has(String(row.data[key]))).map((key) => [
    `${key}Name`,
    names.get(String(row.data[key])),
  ]);
  return {
    id: row.id,
    kind: row.kind,
    section: row.section,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at.toISOString(),
    byName: row.by_name,
    byOrganisationId: row.by_org,
    byOrganisationName: row.by_org_name,
    changes: row.changes.map((change) => toChange(change, names)),
    data: { ...row.data, ...Object.fromEntries(organisations) },
    corrects: row.corrects,
  };
}

function toChange(change: EventRow['changes'][number], names: Names): TimelineChangeDto {
  const named = change.field === 'ownerOrganisation' || isMunicipality(change.field);
  return {
    field: change.field,
    old: change.old,
    new: change.new,
    ...(named && { oldName: names.get(String(change.old)), newName: names.get(String(change.new)) }),
  };
}
