import { Injectable } from '@nestjs/common';
import type { HandoverDto } from '@lotse/handovers/contract';
import { type Actor, Database, DomainError, JobsDatabase } from '@lotse/shared/api';
import { addWorkingDays, berlinDay, type FederalState } from '@lotse/shared/contract';
import { HandoversService } from '../handovers.service';

interface Unattended {
  id: string;
  due_on: string;
  federal_state: FederalState;
  warned: boolean;
}

/** The offers to an organisation as the work of a team: who looks after one, and what happens when nobody is there. */
@Injectable()
export class TeamInbox {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobsDatabase,
    private readonly handovers: HandoversService,
  ) {}

  /** "Ich kümmere mich": instead of whoever did so far. @throws handover.notFound, handover.notReceiver, handover.decided, handover.expired */
  claim(actor: Actor, id: string): Promise<HandoverDto> {
    return this.db.as(actor, async (tx) => {
      if ((await this.handovers.read(tx, actor, id)).side !== 'TO') throw new DomainError('forbidden', 'handover.notReceiver');
      await tx.query('select claim_handover($1)', [id]);
      return this.handovers.read(tx, actor, id);
    });
  }

  /** Free for the others again. @throws as claiming */
  release(actor: Actor, id: string): Promise<HandoverDto> {
    return this.db.as(actor, async (tx) => {
      if ((await this.handovers.read(tx, actor, id)).side !== 'TO') throw new DomainError('forbidden', 'handover.notReceiver');
      await tx.query('select release_handover($1)', [id]);
      return this.handovers.read(tx, actor, id);
    });
  }

  /**
   * Hands on what people who are away looked after, and calls the leads where nobody is there to decide: at once, and again from one
   * working day before the last day to decide.
   */
  async lookAfter(now = new Date()): Promise<void> {
    const today = berlinDay(now);
    await this.jobs.anonymous((tx) => tx.query('select hand_on_claims()'));
    const offers = await this.jobs.anonymous((tx) =>
      tx.query<Unattended[]>('select id, due_on::text as due_on, federal_state, warned from unattended_offers()'),
    );
    for (const offer of offers) {
      const isNear = addWorkingDays(offer.due_on, -1, { state: offer.federal_state }) <= today;
      if (offer.warned && !isNear) continue;
      await this.jobs.anonymous((tx) => tx.query('select escalate_offer($1, $2)', [offer.id, offer.warned ? 'NEARLY_DUE' : 'UNATTENDED']));
    }
  }
}
