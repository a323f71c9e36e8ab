import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A mail to be written later: ids only, the text is made when it is sent. */
export interface MailOrder {
  /** Name under which the owning domain registered its renderer: `survey`. */
  template: string;
  /** The row the mail is about. */
  refId: string;
  /** On whose behalf it goes out. */
  organisationId: string;
  /** Address of the recipient. */
  to: string;
  language: 'de' | 'en';
}

/** Puts mails into the outbox in the transaction that causes them: no mail without the change, no change without its mail. */
@Injectable()
export class MailOutbox {
  /** Returns the id of the row in `outgoing_mails`. */
  async enqueue(tx: EntityManager, { template, refId, organisationId, to, language }: MailOrder): Promise<string> {
    const rows: { id: string }[] = await tx.query('select enqueue_mail($1, $2, $3, $4, $5) as id', [
      template,
      refId,
      organisationId,
      to,
      language,
    ]);
    const id = rows[0]?.id;
    if (!id) throw new Error('enqueue_mail returned no id');
    return id;
  }
}
