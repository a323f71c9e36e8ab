import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import type { AskHandoverDto, DecideHandoverDto, HandoverDto, RefuseHandoverDto } from '@lotse/handovers/contract';
import { HandoversService } from './handovers.service';

/**
 * Deciding. State and lock decide between two people who press at the same moment; the second gets `handover.decided` with
 * what happened, who did it and when.
 */
@Injectable()
export class HandoverDecisions {
  constructor(
    private readonly db: Database,
    private readonly handovers: HandoversService,
  ) {}

  /** For a TRANSFER the owner changes in this very transaction. */
  accept(actor: Actor, id: string, { note }: DecideHandoverDto): Promise<HandoverDto> {
    return this.decide(actor, id, (tx) => tx.query('select accept_handover($1, $2)', [id, words(note)]));
  }

  decline(actor: Actor, id: string, { reasonCode, note }: RefuseHandoverDto): Promise<HandoverDto> {
    return this.decide(actor, id, (tx) => tx.query('select decline_handover($1, $2, $3)', [id, reasonCode, note]));
  }

  withdraw(actor: Actor, id: string, { note }: DecideHandoverDto): Promise<HandoverDto> {
    return this.decide(actor, id, (tx) => tx.query('select withdraw_handover($1, $2)', [id, words(note)]));
  }

  /** Ends a running CONSULT or CO_WORK, from either side; the words of the consulted side are its statement. */
  end(actor: Actor, id: string, { note }: DecideHandoverDto): Promise<HandoverDto> {
    return this.decide(actor, id, (tx) => tx.query('select end_handover($1, $2)', [id, words(note)]));
  }

  /** @throws person.notFound for somebody who is no colleague */
  ask(actor: Actor, id: string, { note, mentions }: AskHandoverDto): Promise<HandoverDto> {
    return this.db.as(actor, async (tx) => {
      await this.handovers.read(tx, actor, id);
      await tx.query('select ask_about_handover($1, $2)', [id, note]);
      return this.handovers.naming(tx, actor, id, mentions);
    });
  }

  private decide(actor: Actor, id: string, work: (tx: EntityManager) => Promise<unknown>): Promise<HandoverDto> {
    return this.db.as(actor, async (tx) => {
      await this.handovers.read(tx, actor, id);
      await work(tx);
      return this.handovers.read(tx, actor, id);
    });
  }
}

const words = (note: string | undefined): string | null => note?.trim() || null;
