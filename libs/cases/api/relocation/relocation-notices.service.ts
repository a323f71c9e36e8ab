import { Injectable } from '@nestjs/common';
import type { RelocationNoticePageDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, prepared } from '@lotse/shared/api';
import { pageRange, type PageQueryDto } from '@lotse/shared/dto';
import { caseActor } from '../case-access';
import { noticeToUs } from './relocation-access';

interface NoticeRow {
  id: string;
  company_name: string;
  from_name: string | null;
  to_name: string | null;
  planned_for: string | null;
  by_name: string;
  told_by_name: string;
  told_at: Date;
}

const NOTICES = `select n.id, n.company_name, f.name as from_name, t.name as to_name, n.planned_for::text, o.name as by_name, n.told_by_name, n.told_at
  from relocation_notices n join organisations o on o.id = n.by_org
  left join municipalities f on f.ags = n.from_ags left join municipalities t on t.ags = n.to_ags
  where ${noticeToUs('n')} order by n.told_at desc, n.id desc limit $5::int offset $6::int`;
const TOTAL = `select count(*)::int as total from relocation_notices n where ${noticeToUs('n')}`;

/** Moves the own organisation was told as the place of origin or destination: a snapshot each, and no way into the case. */
@Injectable()
export class RelocationNotices {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: PageQueryDto): Promise<RelocationNoticePageDto> {
    const { limit, offset } = pageRange(query);
    const who = caseActor(actor, this.checks);
    return this.db.as(actor, async (tx) => {
      const rows = await prepared<NoticeRow>(tx, NOTICES, [...who, limit, offset]);
      const [count] = await prepared<{ total: number }>(tx, TOTAL, who);
      return {
        items: rows.map((row) => ({
          id: row.id,
          companyName: row.company_name,
          fromName: row.from_name,
          toName: row.to_name,
          plannedFor: row.planned_for,
          byOrganisationName: row.by_name,
          toldByName: row.told_by_name,
          toldAt: row.told_at.toISOString(),
        })),
        total: count?.total ?? 0,
      };
    });
  }
}
