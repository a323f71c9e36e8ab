import { Injectable } from '@nestjs/common';
import { caseActor } from '@lotse/cases/api';
import type {
  NotificationCountDto,
  NotificationDto,
  NotificationListQueryDto,
  NotificationPageDto,
  NotificationReason,
} from '@lotse/notifications/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { EntityManager } from 'typeorm';
import { MINE } from './notification-access';

interface Row {
  id: string;
  case_id: string;
  reason: NotificationReason;
  file_number: string;
  title: string | null;
  kind: string;
  events: number;
  latest_at: Date;
  read_at: Date | null;
  total: number;
}

/** A page and the total in one statement; a page beyond the last is one row without a notification. */
const PAGE = `${MINE}, wanted as (select * from mine where not $5::boolean or read_at is null)
  select p.*, t.total from (select count(*)::int as total from wanted) t
  left join lateral (select * from wanted order by (read_at is null) desc, latest_at desc, id desc limit $6::int offset $7::int) p on true
  order by (p.read_at is null) desc, p.latest_at desc, p.id desc`;

/** What is new for a person: one line per case, with its reason, as far as the person may read it now. */
@Injectable()
export class Notifications {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: NotificationListQueryDto): Promise<NotificationPageDto> {
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const rows = await prepared<Row>(tx, PAGE, [...caseActor(actor, this.checks), query.unread ?? false, limit, offset]);
      return { items: rows.filter(({ id }) => id !== null).map(toDto), total: rows[0]?.total ?? 0 };
    });
  }

  count(actor: Actor): Promise<NotificationCountDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await prepared<NotificationCountDto>(
        tx,
        `${MINE} select count(*)::int as unread from mine where read_at is null`,
        caseActor(actor, this.checks),
      );
      return { unread: row?.unread ?? 0 };
    });
  }

  /** @throws notification.notFound, also for one whose case the person no longer reads */
  read(actor: Actor, id: string): Promise<void> {
    return this.db.as(actor, async (tx) => {
      if (!(await this.isVisible(tx, actor, id))) throw new DomainError('notFound', 'notification.notFound');
      await tx.query(
        `with done as (update notifications set read_at = now() where id = $1 and user_id = $2 and organisation_id = $3 returning 1)
         select count(*) from done`,
        [id, actor.userId, actor.organisationId],
      );
    });
  }

  readAll(actor: Actor): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await tx.query(`update notifications set read_at = now() where user_id = $1 and organisation_id = $2 and read_at is null`, [
        actor.userId,
        actor.organisationId,
      ]);
    });
  }

  /** Whether it is the person's own and still to be seen: decides whom a live message reaches. */
  async isVisible(tx: EntityManager, actor: Actor, id: string): Promise<boolean> {
    const rows = await prepared<object>(tx, `${MINE} select 1 from mine where id = $5`, [...caseActor(actor, this.checks), id]);
    return rows.length > 0;
  }
}

function toDto(row: Row): NotificationDto {
  return {
    id: row.id,
    caseId: row.case_id,
    fileNumber: row.file_number,
    title: row.title,
    reason: row.reason,
    kind: row.kind,
    count: row.events,
    latestAt: row.latest_at.toISOString(),
    read: row.read_at !== null,
  };
}
