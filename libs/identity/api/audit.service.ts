import { Injectable } from '@nestjs/common';
import { AccessChecks, Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { AuditPageDto, AuditQueryDto } from '@lotse/identity/contract';

interface Row {
  id: string;
  recorded_at: Date;
  action: string;
  person: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
  total: number;
}

/** The log of the acting organisation, for its data protection officer. */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: AuditQueryDto): Promise<AuditPageDto> {
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select a.id, a.recorded_at, a.action, u.name as person, a.subject_kind, a.subject_id, a.details, count(*) over ()::int as total
         from audit_entries a left join users u on u.id = a.user_id
         where ($1::uuid is null or a.organisation_id = $1) and ($2::text is null or a.action = $2) and ($3::timestamptz is null or a.recorded_at >= $3)
         order by a.recorded_at desc, a.id desc limit $4 offset $5`,
        [this.checks.enabled ? actor.organisationId : null, query.action ?? null, query.since ?? null, limit, offset],
      );
      return { items: rows.map(toDto), total: rows[0]?.total ?? 0 };
    });
  }
}

function toDto(row: Row) {
  return {
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    action: row.action,
    person: row.person ?? undefined,
    subjectKind: row.subject_kind ?? undefined,
    subjectId: row.subject_id ?? undefined,
    details: row.details,
  };
}
