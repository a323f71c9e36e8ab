import { Injectable } from '@nestjs/common';
import type { DigestDto } from '@lotse/notifications/contract';
import { type Actor, Database, JobsDatabase } from '@lotse/shared/api';
import { berlinDay, FEDERAL_STATES, isWorkingDay } from '@lotse/shared/contract';

/** Whether and when a person is mailed what is new; off unless they choose a time. */
@Injectable()
export class Digests {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobsDatabase,
  ) {}

  read(actor: Actor): Promise<DigestDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ at: string }[]>(
        `select to_char(send_at, 'HH24:MI') as at from digest_settings where user_id = $1 and organisation_id = $2`,
        [actor.userId, actor.organisationId],
      );
      return { at: row?.at ?? null };
    });
  }

  set(actor: Actor, at: string | null): Promise<DigestDto> {
    return this.db.as(actor, async (tx) => {
      const mine = [actor.userId, actor.organisationId];
      if (at === null) await tx.query('delete from digest_settings where user_id = $1 and organisation_id = $2', mine);
      else
        await tx.query(
          `insert into digest_settings (user_id, organisation_id, send_at) values ($1, $2, $3)
           on conflict (user_id, organisation_id) do update set send_at = excluded.send_at, changed_at = now()`,
          [...mine, at],
        );
      return { at };
    });
  }

  /** Queues the mails that are due: after their time on a working day of the Land, once a day. Returns how many. */
  async queue(now = new Date()): Promise<number> {
    const day = berlinDay(now);
    const states = FEDERAL_STATES.filter((state) => isWorkingDay(day, { state }));
    if (states.length === 0) return 0;
    const [row] = await this.jobs.anonymous((tx) =>
      tx.query<{ queued: number }[]>('select queue_digests($1, $2) as queued', [now.toISOString(), states]),
    );
    return row?.queued ?? 0;
  }
}
