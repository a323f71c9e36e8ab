import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A mail to be written later: ids only, the text is made when it is sent. */
export interface MailOrder {
  /** Name under which the owning domain registered its renderer: `survey`. */
  template: string;
  /** The row the mail is about. */
  refId: string;
  /** For the reader: it always goes out on behalf of the organisation the transaction's actor acts for. */
  organisationId?: string;
  /** Address of the recipient. */
  to: string;
  language: 'de' | 'en';
  /** Whether it is about a case (the default): administrators then see neither the address nor the words. */
  isCaseMail?: boolean;
}

/** Puts mails into the outbox in the transaction that causes them: no mail without the change, no change without its mail. */
@Injectable()
export class MailOutbox {
  /** Returns the id of the row in `outgoing_mails`. */
  async enqueue(tx: EntityManager, { template, refId, to, language, isCaseMail = true }: MailOrder): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>('select enqueue_own_mail($1, $2, $3, $4, $5) as id', [
      template,
      refId,
      to,
      language,
      isCaseMail,
    ]);
    if (!row) throw new Error('the outbox returned no id');
    return row.id;
  }
}
