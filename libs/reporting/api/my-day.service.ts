import { Injectable } from '@nestjs/common';
import { caseActor } from '@lotse/cases/api';
import { type CaseType, duenessOf } from '@lotse/cases/contract';
import { DAY_KINDS, DAY_LIMIT, type DayItemDto, type DayKind, type MyDayDto } from '@lotse/reporting/contract';
import { AccessChecks, type Actor, Database } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import { SELECT_DAY } from './day-queries';

interface DayRow {
  kind: DayKind;
  id: string;
  case_id: string;
  file_number: string;
  case_type: CaseType;
  title: string;
  case_title: string | null;
  company_name: string | null;
  organisation_name: string | null;
  due_on: string | null;
}

/** The page an entry opens: where it can be dealt with. */
const LINKS: Record<DayKind, (caseId: string) => string> = {
  RECOVERY: (id) => `/vorgaenge/${id}/wiedervorlagen`,
  HANDOVER: () => '/uebergaben',
  FOLLOW_UP: (id) => `/vorgaenge/${id}/wiedervorlagen`,
  NEXT_STEP: (id) => `/vorgaenge/${id}`,
  WAITING: (id) => `/vorgaenge/${id}/uebergaben`,
  NO_NEXT_STEP: (id) => `/vorgaenge/${id}`,
};

/** One list of what a person must do now: nothing that could wait, nothing of others. */
@Injectable()
export class MyDay {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  read(actor: Actor, now = new Date()): Promise<MyDayDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<DayRow[]>(SELECT_DAY, [...caseActor(actor, this.checks), DAY_LIMIT]);
      const today = berlinDay(now);
      const items = rows.map((row): DayItemDto => ({
        id: row.id,
        kind: row.kind,
        caseId: row.case_id,
        fileNumber: row.file_number,
        caseType: row.case_type,
        title: row.title,
        caseTitle: row.case_title,
        companyName: row.company_name,
        organisationName: row.organisation_name,
        dueOn: row.due_on,
        dueness: duenessOf(row.due_on, today),
        link: LINKS[row.kind](row.case_id),
      }));
      const counts = DAY_KINDS.map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }));
      return { items, total: items.length, counts };
    });
  }
}
