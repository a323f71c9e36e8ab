import { Injectable } from '@nestjs/common';
import { Checklists } from '@lotse/cases/api';
import type { ChecklistItemDto, HandChecklistItemDto } from '@lotse/cases/contract';
import { type Actor, Database } from '@lotse/shared/api';
import { dueFor } from './handover-calendar';
import { sharedSections } from './handover-offers.service';

/** Asks another organisation to see to an item of a checklist. */
@Injectable()
export class ChecklistHanding {
  constructor(
    private readonly db: Database,
    private readonly checklists: Checklists,
  ) {}

  /** One transaction: the request for a statement, and the item that waits for its answer. @throws as an offer does; checklist.done, checklist.handed */
  hand(actor: Actor, id: string, version: number, { toOrganisationId, note }: HandChecklistItemDto): Promise<ChecklistItemDto> {
    return this.db.as(actor, async (tx) => {
      const item = await this.checklists.current(tx, actor, id, version);
      const due = await dueFor(tx, toOrganisationId);
      const [made] = await tx.query<{ id: string }[]>(
        `select offer_handover(new_id(), $1, $2, 'CONSULT', 'TASK', null, 'EXPERTISE', $3, $4, $5, $6) as id`,
        [item.caseId, toOrganisationId, note ? `${item.title}\n\n${note}` : item.title, sharedSections('CONSULT'), due.dueOn, due.dueAt],
      );
      await tx.query('select link_checklist_item($1, $2, $3)', [id, version, made?.id]);
      return this.checklists.one(tx, actor, id);
    });
  }
}
