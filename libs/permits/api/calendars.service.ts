import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  calendarOf,
  FIRST_DAY,
  LONGEST_ENTRY,
  type CalendarEntryDto,
  type CalendarEntryKind,
  type CalendarEntryPageDto,
  type PreviewCalendarEntryDto,
  type SaveCalendarEntryDto,
  type ShiftPreviewDto,
} from '@lotse/permits/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { daysBetween } from '@lotse/shared/contract';
import { ClockBases } from './clock-basis';
import { ShiftPreview } from './shift-preview';

interface Row {
  id: string;
  kind: CalendarEntryKind;
  name: string;
  starts_on: string;
  ends_on: string;
  is_yearly: boolean;
  until_year: number | null;
  organisation_id: string | null;
  organisation_name: string | null;
  version: number;
}

const SELECT = `select e.id, e.kind, e.name, e.starts_on::text, e.ends_on::text, e.is_yearly, e.until_year, e.organisation_id, o.name as organisation_name, e.version
  from calendar_entries e left join organisations o on o.id = e.organisation_id where e.region_id = $1 and e.removed_at is null`;
const LAST_DAY = '2069-12-31';

/** Days a region or an organisation has put on top of the holidays of the law. Everybody of the region reads them; administrations keep them. */
@Injectable()
export class Calendars {
  constructor(
    private readonly db: Database,
    private readonly bases: ClockBases,
    private readonly shifts: ShiftPreview,
  ) {}

  list(actor: Actor): Promise<CalendarEntryPageDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(`${SELECT} order by e.starts_on desc, e.id`, [actor.regionId]);
      const keepsRegion = await this.keepsRegion(tx);
      return { items: rows.map((row) => toEntry(row, actor, keepsRegion)), total: rows.length, keepsRegion };
    });
  }

  /** @throws calendar.notKeeper, calendar.tooMany */
  add(actor: Actor, input: SaveCalendarEntryDto): Promise<CalendarEntryDto> {
    const fields = { ...fieldsOf(input), organisation_id: input.forRegion ? null : actor.organisationId };
    return this.db.as(actor, async (tx) => {
      const id = randomUUID();
      await tx.query('select save_calendar_entry($1, null, $2)', [id, fields]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws calendar.notFound, calendar.notKeeper, stale */
  change(actor: Actor, id: string, version: number, input: SaveCalendarEntryDto): Promise<CalendarEntryDto> {
    const fields = fieldsOf(input);
    return this.db.as(actor, async (tx) => {
      const current = await this.read(tx, actor, id);
      if (current.mayChange) checkVersion(current.version, version, current);
      await tx.query('select save_calendar_entry($1, $2, $3)', [id, version, fields]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws calendar.notFound, calendar.notKeeper, stale */
  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await this.read(tx, actor, id);
      await tx.query('select remove_calendar_entry($1, $2)', [id, version]);
    });
  }

  /** What an entry, its change or its removal would shift. Stores nothing. @throws calendar.notFound, calendar.notKeeper */
  preview(actor: Actor, input: PreviewCalendarEntryDto): Promise<ShiftPreviewDto> {
    const next = fieldsOf(input);
    return this.db.as(actor, async (tx) => {
      const replaced = input.id ? await this.read(tx, actor, input.id) : undefined;
      const organisationId = replaced ? replaced.organisationId : input.forRegion ? null : actor.organisationId;
      if (organisationId === null ? !(await this.keepsRegion(tx)) : organisationId !== actor.organisationId)
        throw new DomainError('forbidden', 'calendar.notKeeper');
      const rows = await tx.query<Row[]>(SELECT, [actor.regionId]);
      return this.shifts.of(tx, actor, organisationId === null, (basis, calendarOrganisation) => {
        const own = rows
          .filter(({ organisation_id: of, id }) => (of === null || of === calendarOrganisation) && id !== replaced?.id)
          .map(toDays);
        const isConcerned = organisationId === null || organisationId === calendarOrganisation;
        const added = isConcerned && !input.remove ? [toDays({ ...next, until_year: next.until_year ?? null })] : [];
        return { ...basis, calendar: calendarOf(basis.calendar.state, [...own, ...added]) };
      });
    });
  }

  private async keepsRegion(tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ keeps: boolean }[]>('select keeps_routing_rules() as keeps');
    return row?.keeps === true;
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<CalendarEntryDto> {
    const [row] = await tx.query<Row[]>(`${SELECT} and e.id = $2`, [actor.regionId, id]);
    if (!row) throw new DomainError('notFound', 'calendar.notFound');
    return toEntry(row, actor, await this.keepsRegion(tx));
  }
}

const toDays = (row: Pick<Row, 'kind' | 'starts_on' | 'ends_on' | 'is_yearly' | 'until_year'>) => ({
  kind: row.kind,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  isYearly: row.is_yearly,
  untilYear: row.until_year,
});

const toEntry = ({ name, id, version, ...row }: Row, actor: Actor, keepsRegion: boolean): CalendarEntryDto => ({
  id,
  name,
  ...toDays(row),
  isYearly: row.is_yearly,
  untilYear: row.until_year,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  mayChange:
    actor.roles.includes('ADMINISTRATOR') && (row.organisation_id === null ? keepsRegion : row.organisation_id === actor.organisationId),
  version,
});

function fieldsOf(input: SaveCalendarEntryDto) {
  const endsOn = input.endsOn ?? input.startsOn;
  if (input.startsOn < FIRST_DAY || input.startsOn > LAST_DAY) throw DomainError.field('/startsOn', 'outOfRange');
  if (daysBetween(input.startsOn, endsOn) >= LONGEST_ENTRY) throw DomainError.field('/endsOn', 'outOfRange');
  if (input.untilYear && !input.isYearly) throw DomainError.field('/untilYear', 'contradiction');
  if (input.untilYear && input.untilYear < Number(input.startsOn.slice(0, 4))) throw DomainError.field('/untilYear', 'beforeStart');
  return {
    kind: input.kind,
    name: input.name.trim(),
    starts_on: input.startsOn,
    ends_on: endsOn,
    is_yearly: input.isYearly ?? false,
    until_year: input.untilYear ?? null,
  };
}
