import { Injectable } from '@nestjs/common';
import { Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import type { ViewingListDto } from '@lotse/identity/contract';

interface Row {
  id: string;
  name: string | null;
  reason: string;
  recorded_at: Date;
}

/** What the log says to a person of those who looked at Lotse with their rights. */
@Injectable()
export class ViewingsService {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<ViewingListDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select a.id, u.name, a.details ->> 'reason' as reason, a.recorded_at
         from audit_entries a left join users u on u.id = a.user_id
         where a.action = 'viewAs.started' and a.subject_id = $1 and a.organisation_id = $2
         order by a.recorded_at desc, a.id desc limit 100`,
        [actor.userId, actor.organisationId],
      );
      const items = rows.map(({ id, name, reason, recorded_at }) => ({
        id,
        viewerName: name ?? undefined,
        reason,
        startedAt: recorded_at.toISOString(),
      }));
      return { items };
    });
  }
}
