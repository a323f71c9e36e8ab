import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor, readableSection } from '@lotse/cases/api';
import type { SettlementDetails } from '@lotse/cases/contract';
import { AccessChecks, Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { type FederalState, handoverDue } from '@lotse/shared/contract';
import { completeProfile, DISTRIBUTION_WORKING_DAYS } from '@lotse/distributions/contract';
import type {
  AnswerDistributionDto,
  DecideDistributionDto,
  DistributionDto,
  SendDistributionDto,
  WithdrawDistributionDto,
} from '@lotse/distributions/contract';
import { DistributionsService } from './distributions.service';

/** Sending, answering, deciding, taking back. The database checks sides, state and time under its lock and writes the log. */
@Injectable()
export class DistributionActions {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly distributions: DistributionsService,
  ) {}

  /**
   * One moment and one due date for all: the end of the fifth working day, by the calendar of the lead's Land.
   * @throws case.notFound, organisation.notFound, distribution.notSettlement, .caseClosed, .running, .toSelf
   */
  send(actor: Actor, caseId: string, input: SendDistributionDto): Promise<DistributionDto> {
    return this.db.as(actor, async (tx) => {
      const [region] = await tx.query<{ federal_state: FederalState }[]>('select federal_state from regions where id = $1', [
        actor.regionId,
      ]);
      const due = handoverDue(new Date().toISOString(), { state: region?.federal_state ?? 'HE' }, DISTRIBUTION_WORKING_DAYS);
      const [made] = await tx.query<{ id: string }[]>('select send_distribution(new_id(), $1, $2, $3, $4, $5, $6) as id', [
        caseId,
        input.organisationIds,
        JSON.stringify(completeProfile(input.profile ?? {}, await this.needOf(tx, actor, caseId))),
        words(input.publicName),
        due.dueOn,
        due.dueAt,
      ]);
      return this.distributions.read(tx, actor, made?.id ?? '');
    });
  }

  /** What the case itself says of the need; of a case this person does not read, nothing. */
  private async needOf(tx: EntityManager, actor: Actor, caseId: string): Promise<Partial<SettlementDetails>> {
    const [row] = await tx.query<{ content: Partial<SettlementDetails> }[]>(
      `select s.content from case_sections s where s.case_id = $5 and s.section = 'MASTER' and ${readableSection('s')}`,
      [...caseActor(actor, this.checks), caseId],
    );
    return row?.content ?? {};
  }

  /** @throws distribution.notAsked, .ended, .over */
  answer(actor: Actor, id: string, input: AnswerDistributionDto): Promise<DistributionDto> {
    const offer = input.answer === 'OFFER' ? input : undefined;
    return this.change(actor, id, (tx) =>
      tx.query('select answer_distribution($1, $2, $3, $4, $5, $6, $7, $8)', [
        id,
        input.answer,
        words(offer?.site),
        offer?.areaSqm ?? null,
        offer?.pricePerSqm ?? null,
        words(offer?.price),
        offer?.availableFrom ?? null,
        words(input.note),
      ]),
    );
  }

  opened(actor: Actor, id: string): Promise<DistributionDto> {
    return this.change(actor, id, (tx) => tx.query('select open_distribution($1)', [id]));
  }

  /** @throws distribution.notLead, .ended, .sealed, .notDue, .notOffered, organisation.notFound */
  decide(actor: Actor, id: string, { chosenOrganisationId, note, outcomes = [] }: DecideDistributionDto): Promise<DistributionDto> {
    const values = [id, chosenOrganisationId ?? null, words(note), JSON.stringify(outcomes)];
    return this.change(actor, id, (tx) => tx.query('select decide_distribution($1, $2, $3, $4)', values));
  }

  /** @throws distribution.notLead, .ended */
  withdraw(actor: Actor, id: string, { note }: WithdrawDistributionDto): Promise<DistributionDto> {
    return this.change(actor, id, (tx) => tx.query('select withdraw_distribution($1, $2)', [id, words(note)]));
  }

  private change(actor: Actor, id: string, work: (tx: EntityManager) => Promise<unknown>): Promise<DistributionDto> {
    return this.db.as(actor, async (tx) => {
      await this.distributions.read(tx, actor, id);
      await work(tx);
      return this.distributions.read(tx, actor, id);
    });
  }
}

const words = (text: string | null | undefined): string | null => text?.trim() || null;
