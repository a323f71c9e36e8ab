import { Injectable, Logger } from '@nestjs/common';
import { JobsDatabase } from '../database/database';
import { MailTemplates } from './mail-templates';
import { isFinalRefusal, MAIL_ATTEMPTS, mailErrorText, mailRetrySeconds } from './mail-retry';
import { MailTransport } from './mail-transport';

interface LeasedMail {
  id: string;
  template: string;
  ref_id: string;
  recipient: string;
  language: 'de' | 'en';
  attempts: number;
}

type Outcome = { state: 'SENT' | 'OBSOLETE' | 'FAILED' | 'QUEUED'; error?: string; retrySeconds?: number };

/**
 * Sends what is due in the outbox, one mail at a time. A mail is leased for a minute: should the program die meanwhile, another
 * takes it up again, so a mail is sent at least once, and a second copy carries the same Message-ID.
 */
@Injectable()
export class MailDelivery {
  private readonly logger = new Logger('Mail');
  private running: Promise<number> | undefined;
  private again = false;
  private stopping = false;

  constructor(
    private readonly db: JobsDatabase,
    private readonly templates: MailTemplates,
    private readonly transport: MailTransport,
  ) {}

  /** Sends until nothing is due; called while it runs, it looks once more. Returns how many mails were handled. */
  async deliverDue(): Promise<number> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.deliverAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Takes up no further mail and waits for the one on its way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running?.catch(() => undefined);
    this.transport.close();
  }

  private async deliverAll(): Promise<number> {
    let handled = 0;
    do {
      this.again = false;
      if (!this.transport.isConfigured) {
        handled += await this.hold();
        continue;
      }
      for (let mail = await this.lease(); mail; mail = await this.lease()) {
        await this.finish(mail, await this.outcomeOf(mail));
        handled += 1;
      }
    } while (this.again && !this.stopping);
    return handled;
  }

  private async hold(): Promise<number> {
    const rows = await this.db.anonymous((tx) => tx.query<{ held: number }[]>('select hold_mails() as held'));
    return rows[0]?.held ?? 0;
  }

  private async lease(): Promise<LeasedMail | undefined> {
    if (this.stopping) return undefined;
    const rows = await this.db.anonymous((tx) =>
      tx.query<LeasedMail[]>('select id, template, ref_id, recipient, language, attempts from lease_mails(1)'),
    );
    return rows[0];
  }

  private async outcomeOf(mail: LeasedMail): Promise<Outcome> {
    try {
      const letter = await this.templates.render(mail.template, mail.ref_id, mail.language);
      if (!letter) return { state: 'OBSOLETE' };
      await this.transport.send({ ...letter, id: mail.id, to: mail.recipient, language: mail.language });
      return { state: 'SENT' };
    } catch (error) {
      const reason = mailErrorText(error);
      const isLast = mail.attempts >= MAIL_ATTEMPTS || isFinalRefusal(error);
      this.logger.warn(`mail ${mail.id} (${mail.template}), attempt ${mail.attempts}: ${reason}${isLast ? ', given up' : ''}`);
      return isLast
        ? { state: 'FAILED', error: reason }
        : { state: 'QUEUED', error: reason, retrySeconds: mailRetrySeconds(mail.attempts) };
    }
  }

  private async finish(mail: LeasedMail, { state, error, retrySeconds }: Outcome): Promise<void> {
    await this.db.anonymous((tx) => tx.query('select finish_mail($1, $2, $3, $4)', [mail.id, state, error ?? null, retrySeconds ?? 0]));
  }
}
