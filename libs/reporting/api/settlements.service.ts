import { Injectable } from '@nestjs/common';
import { caseActor, ownCase } from '@lotse/cases/api';
import { type CaseType, settlementCount, type SettlementKind } from '@lotse/cases/contract';
import type { SettlementLineDto, SettlementsDto, SettlementsQueryDto } from '@lotse/reporting/contract';
import { AccessChecks, type Actor, Database, prepared } from '@lotse/shared/api';
import { addDays, addMonths, berlinDay } from '@lotse/shared/contract';

interface Row {
  id: string;
  file_number: string;
  title: string;
  type: CaseType;
  details: Record<string, unknown>;
  closed_on: string;
}

const LINES: readonly SettlementKind[] = ['SETTLEMENT', 'MOVE_IN', 'MOVE_INSIDE', 'MOVE_OUT', 'UNCLEAR'];
const ROWS_SHOWN = 50;

/** Only what reached its goal: an enquiry that came to nothing is no settlement. Closed again after reopening counts once, by the last day. */
const CLOSED = `select c.id, c.file_number, c.title, c.type, s.content as details, (c.closed_at at time zone 'Europe/Berlin')::date::text as closed_on
  from service_cases c join case_sections s on s.case_id = c.id and s.section = 'MASTER'
  where ${ownCase('c')} and not c.confidential and c.deleted_at is null and c.type in ('SETTLEMENT', 'RELOCATION') and c.status = 'CLOSED'
    and c.outcome = 'ACHIEVED' and (c.closed_at at time zone 'Europe/Berlin')::date between $5::date and $6::date
  order by c.closed_at desc, c.id`;
const REGION = 'select ags from municipalities where region_id = $1';

/** How many companies came, moved and left, by the cases of the own organisation. */
@Injectable()
export class Settlements {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  of(actor: Actor, query: SettlementsQueryDto): Promise<SettlementsDto> {
    const today = berlinDay(new Date().toISOString());
    const to = query.to ?? (query.from && query.from > today ? query.from : today);
    const from = query.from ?? addDays(addMonths(to, -12), 1);
    return this.db.as(actor, async (tx) => {
      const rows = await prepared<Row>(tx, CLOSED, [...caseActor(actor, this.checks), from, to]);
      const region = new Set((await prepared<{ ags: string }>(tx, REGION, [actor.regionId])).map(({ ags }) => ags));
      const counted = rows.map((row) => ({ row, ...settlementCount(row, region) }));
      const items = LINES.map((kind): SettlementLineDto => {
        const fitting = counted.filter((one) => one.kind === kind);
        return {
          kind,
          cases: fitting.length,
          counted: fitting.reduce((sum, { counts }) => sum + counts, 0),
          items: fitting
            .slice(0, ROWS_SHOWN)
            .map(({ row }) => ({ id: row.id, fileNumber: row.file_number, title: row.title, closedOn: row.closed_on })),
        };
      });
      return { from, to, settlements: items.reduce((sum, line) => sum + line.counted, 0), items, total: items.length };
    });
  }
}
