import { Injectable } from '@nestjs/common';
import { AccessChecks, Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { AuditEntryDto, AuditPageDto, AuditPersonDto, AuditQueryDto } from '@lotse/identity/contract';

interface Row {
  id: string;
  recorded_at: Date;
  action: string;
  person: string | null;
  subject_kind: string | null;
  subject_id: string | null;
  details: Record<string, unknown>;
}

/** Entries of the acting organisation that the query asks for. */
const ASKED = `($1::uuid is null or a.organisation_id = $1) and ($2::text is null or a.action = $2) and ($3::uuid is null or a.user_id = $3)
  and ($4::date is null or a.recorded_at >= $4::date::timestamp at time zone 'Europe/Berlin')
  and ($5::date is null or a.recorded_at < ($5::date + 1)::timestamp at time zone 'Europe/Berlin')`;

/** The log of the acting organisation, for its data protection officer. */
@Injectable()
export class AuditService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: AuditQueryDto): Promise<AuditPageDto> {
    const { limit, offset } = pageRange(query);
    const organisation = this.checks.enabled ? actor.organisationId : null;
    const asked = [organisation, query.action ?? null, query.personId ?? null, query.from ?? null, query.to ?? null];
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select a.id, a.recorded_at, a.action, u.name as person, a.subject_kind, a.subject_id, a.details
         from audit_entries a left join users u on u.id = a.user_id where ${ASKED}
         order by a.recorded_at desc, a.id desc limit $6 offset $7`,
        [...asked, limit, offset],
      );
      const [count] = await tx.query<{ total: number }[]>(`select count(*)::int as total from audit_entries a where ${ASKED}`, asked);
      const people = await tx.query<AuditPersonDto[]>(
        `select u.id, u.name from memberships m join users u on u.id = m.user_id
         where m.organisation_id = coalesce($1::uuid, my_org()) order by u.name, u.id`,
        [organisation],
      );
      return { items: rows.map(toDto), total: count?.total ?? 0, people };
    });
  }
}

function toDto(row: Row): AuditEntryDto {
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
