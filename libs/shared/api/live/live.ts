import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Tells open pages that something has changed, once the transaction is committed. */
@Injectable()
export class Live {
  /**
   * @param topic a name registered with `LiveTopics`
   * @param organisationIds whose people may hear of it; each is checked again with the reader's own rights
   */
  async notify(tx: EntityManager, topic: string, id: string, organisationIds: readonly string[]): Promise<void> {
    await tx.query('select notify_live($1, $2, $3)', [topic, id, organisationIds]);
  }
}
