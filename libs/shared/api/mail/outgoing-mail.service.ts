import { Injectable } from '@nestjs/common';
import type { OutgoingMailDto, OutgoingMailPageDto } from '@lotse/shared/contract';
import { type OutgoingMailQueryDto, pageRange } from '@lotse/shared/dto';
import { AccessChecks } from '../access/access-checks';
import type { Actor } from '../access/actor';
import { AppConfig } from '../config';
import { Database } from '../database/database';
import { type MailText, MailTemplates } from './mail-templates';

interface Row {
  id: string;
  template: string;
  ref_id: string;
  is_case_mail: boolean;
  recipient: string;
  language: 'de' | 'en';
  state: OutgoingMailDto['state'];
  attempts: number;
  next_attempt_at: Date;
  last_error: string | null;
  created_at: Date;
  sent_at: Date | null;
}

/** What an administrator sees of the mails of the own organisation. Texts are rendered when they are shown; none is stored. */
@Injectable()
export class OutgoingMailService {
  constructor(
    private readonly db: Database,
    private readonly config: AppConfig,
    private readonly templates: MailTemplates,
    private readonly checks: AccessChecks,
  ) {}

  async list(actor: Actor, query: OutgoingMailQueryDto): Promise<OutgoingMailPageDto> {
    const { limit, offset } = pageRange(query);
    const { rows, total } = await this.db.as(actor, async (tx) => {
      const where = `($2::text is null or state = $2) and (organisation_id = $1 or $3)`;
      const filter = [actor.organisationId, query.state ?? null, !this.checks.enabled];
      const rows = await tx.query<Row[]>(
        `select id, template, ref_id, is_case_mail, recipient, language, state, attempts, next_attempt_at, last_error, created_at, sent_at
         from outgoing_mails where ${where} order by created_at desc, id desc limit $4 offset $5`,
        [...filter, limit, offset],
      );
      const counted = await tx.query<{ total: number }[]>(`select count(*)::int as total from outgoing_mails where ${where}`, filter);
      return { rows, total: counted[0]?.total ?? 0 };
    });
    return { items: await Promise.all(rows.map((row) => this.toDto(row))), total };
  }

  async retry(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, (tx) => tx.query('select retry_mail($1)', [id]));
  }

  private async toDto(row: Row): Promise<OutgoingMailDto> {
    const isOpen = this.config.demo || !row.is_case_mail;
    const words = isOpen ? await this.words(row) : undefined;
    return {
      id: row.id,
      template: row.template,
      to: isOpen ? row.recipient : row.recipient.slice(row.recipient.lastIndexOf('@')),
      subject: words?.subject ?? null,
      text: (this.config.demo && words?.text) || null,
      state: row.state,
      language: row.language,
      attempts: row.attempts,
      lastError: row.last_error,
      nextAttemptAt: row.state === 'QUEUED' ? row.next_attempt_at.toISOString() : null,
      createdAt: row.created_at.toISOString(),
      sentAt: row.sent_at?.toISOString() ?? null,
    };
  }

  /** A mail that can no longer be written leaves the others readable. */
  private words(row: Row): Promise<MailText | undefined> {
    return this.templates.render(row.template, row.ref_id, row.language).catch(() => undefined);
  }
}
