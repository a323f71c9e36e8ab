import { Injectable } from '@nestjs/common';
import { DRAFT_KEY, DRAFT_MAX_BYTES, type DraftDto, type DraftListDto, DRAFTS_MAX } from '@lotse/shared/contract';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { DomainError } from '../errors/domain-error';

interface Row {
  key: string;
  content: Record<string, unknown>;
  updated_at: Date;
}

/** Every statement names the acting person and organisation; the policies of the database say the same once more. */
const MINE = 'user_id = $1 and organisation_id = $2';

/** What people typed and did not send: kept on the server, so that it is there after a reload, a crash, and on another device. */
@Injectable()
export class Drafts {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<DraftListDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(`select key, content, updated_at from drafts where ${MINE} order by updated_at desc, key`, [
        actor.userId,
        actor.organisationId,
      ]);
      return { items: rows.map(toDto), total: rows.length };
    });
  }

  /** The draft, or one without content where there is none: a form that opens asks without knowing. */
  read(actor: Actor, key: string): Promise<DraftDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<Row[]>(`select key, content, updated_at from drafts where ${MINE} and key = $3`, [
        actor.userId,
        actor.organisationId,
        known(key),
      ]);
      return row ? toDto(row) : { key, content: null, updatedAt: null };
    });
  }

  /** @throws validation for a draft that is too long; draft.tooMany */
  keep(actor: Actor, key: string, content: Record<string, unknown>): Promise<DraftDto> {
    const text = JSON.stringify(content);
    if (Buffer.byteLength(text) > DRAFT_MAX_BYTES) throw DomainError.field('/content', 'maxLength');
    return this.db.as(actor, async (tx) => {
      const mine = [actor.userId, actor.organisationId, known(key)];
      const [others] = await tx.query<{ n: number }[]>(`select count(*)::int as n from drafts where ${MINE} and key <> $3`, mine);
      if ((others?.n ?? 0) >= DRAFTS_MAX) throw new DomainError('rule', 'draft.tooMany');
      const [row] = await tx.query<Row[]>(
        `insert into drafts (user_id, organisation_id, key, content) values ($1, $2, $3, $4::jsonb)
         on conflict (user_id, organisation_id, key) do update set content = excluded.content, updated_at = now()
         returning key, content, updated_at`,
        [...mine, text],
      );
      if (!row) throw new Error('the draft was not stored');
      return toDto(row);
    });
  }

  /** Throws it away; nothing happens where there is none. */
  drop(actor: Actor, key: string): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await tx.query(`delete from drafts where ${MINE} and key = $3`, [actor.userId, actor.organisationId, known(key)]);
    });
  }
}

function known(key: string): string {
  if (!DRAFT_KEY.test(key)) throw DomainError.field('/key', 'matches');
  return key;
}

const toDto = (row: Row): DraftDto => ({ key: row.key, content: row.content, updatedAt: row.updated_at.toISOString() });
