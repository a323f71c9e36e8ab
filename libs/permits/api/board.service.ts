import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor } from '@lotse/cases/api';
import type { ProcedureListQueryDto, ProcedurePageDto, ProcedureSummaryDto } from '@lotse/permits/contract';
import { AccessChecks, type Actor, Database } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import { pageRange } from '@lotse/shared/dto';
import { ClockBases } from './clock-basis';
import { eventsByProcedure } from './permit-events';
import { calendarOrganisation, type ProcedureRow, SELECT_PROCEDURES, toSummary } from './procedure-rows';

const FILTER = `case $5::text when 'running' then p.closed_on is null when 'closed' then p.closed_on is not null else true end
  and ($6::text is null or p.type = $6) and ($7::text is null or p.ags = $7) and ($8::uuid is null or c.owner_org = $8)`;

type Filters = Pick<ProcedureListQueryDto, 'state' | 'type' | 'municipality' | 'organisationId' | 'year'>;

/**
 * The board: procedures the person reads, with all their counts. By which day they are due is known only after counting, so all of
 * them are counted – two statements, the rest in memory – and then sorted and cut into pages.
 */
@Injectable()
export class PermitBoard {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly bases: ClockBases,
  ) {}

  page(actor: Actor, query: ProcedureListQueryDto): Promise<ProcedurePageDto> {
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const found = await this.all(tx, actor, { state: 'running', ...query });
      const sorted = found.sort(comparing(query));
      return { items: sorted.slice(offset, offset + limit), total: sorted.length };
    });
  }

  /** Everything the filters leave, counted, within a running transaction. */
  async all(tx: EntityManager, actor: Actor, filters: Filters): Promise<ProcedureSummaryDto[]> {
    const rows = await tx.query<ProcedureRow[]>(`${SELECT_PROCEDURES} and ${FILTER}`, [
      ...caseActor(actor, this.checks),
      filters.state ?? 'all',
      filters.type ?? null,
      filters.municipality ?? null,
      filters.organisationId ?? null,
    ]);
    const basisOf = await this.bases.of(tx, rows.map(calendarOrganisation));
    const events = await eventsByProcedure(
      tx,
      rows.map(({ id }) => id),
    );
    const today = berlinDay(new Date());
    const counted = rows.map((row) => toSummary(row, events(row.id), basisOf(calendarOrganisation(row)), today));
    return filters.year ? counted.filter(({ receivedOn }) => Number(receivedOn?.slice(0, 4)) === filters.year) : counted;
  }
}

/** Rows without a value come last in either direction; the id makes every order total. */
function comparing({ sort = 'dueOn', clock }: ProcedureListQueryDto): (a: ProcedureSummaryDto, b: ProcedureSummaryDto) => number {
  const direction = sort.startsWith('-') ? -1 : 1;
  const key = sort.replace('-', '');
  const valueOf = (procedure: ProcedureSummaryDto): string | null => {
    if (key === 'caseFileNumber') return procedure.caseFileNumber;
    if (key === 'receivedOn') return procedure.receivedOn;
    return clock ? (procedure.clocks.find(({ policy, stoppedOn }) => policy === clock && !stoppedOn)?.dueOn ?? null) : procedure.dueOn;
  };
  return (a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first !== second) return first === null ? 1 : second === null ? -1 : first < second ? -direction : direction;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}
