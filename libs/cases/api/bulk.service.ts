import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BulkActionDto, BulkAnswerDto, BulkDto, BulkResultDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError, sqlState } from '@lotse/shared/api';
import { caseActor, ownCase } from './case-access';
import { UndoService } from './undo.service';

/** The whole of a preview is taken back; its answer travels with this. */
class Rehearsed extends Error {
  constructor(readonly answer: BulkAnswerDto) {
    super('rehearsed');
  }
}

const MAY_MOVE = ['OFFICER', 'LIAISON'];

/** The same change of many cases in one transaction: each for itself, so that one that cannot be changed holds up no other. */
@Injectable()
export class BulkActions {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly undo: UndoService,
  ) {}

  async run(actor: Actor, { ids, action, preview }: BulkDto): Promise<BulkAnswerDto> {
    checkAction(action);
    if (action.kind === 'MOVE' && !actor.roles.some((role) => MAY_MOVE.includes(role))) throw new DomainError('forbidden', 'forbidden');
    try {
      return await this.db.as(actor, async (tx) => {
        const answer = await this.all(tx, actor, ids, action);
        if (preview) throw new Rehearsed({ items: answer.items, done: answer.done });
        return answer;
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.answer;
      throw error;
    }
  }

  private async all(tx: EntityManager, actor: Actor, ids: readonly string[], action: BulkActionDto): Promise<BulkAnswerDto> {
    const undoId = await this.undo.open(tx);
    const found = await tx.query<{ id: string }[]>(`select c.id from service_cases c where c.id = any ($5::uuid[]) and ${ownCase('c')}`, [
      ...caseActor(actor, this.checks),
      ids,
    ]);
    const own = new Set(found.map(({ id }) => id));
    const results = new Map<string, BulkResultDto>();
    // One order for everybody, so that two such requests never wait for each other in a circle.
    for (const id of [...ids].map((given) => given.toLowerCase()).sort()) {
      results.set(id, own.has(id) ? await this.one(tx, id, action) : { id, done: false, code: 'case.notFound' });
    }
    const items = ids.flatMap((id) => results.get(id.toLowerCase()) ?? []);
    const done = items.filter((item) => item.done).length;
    return { items, done, ...(done > 0 && { undoId }) };
  }

  private async one(tx: EntityManager, id: string, action: BulkActionDto): Promise<BulkResultDto> {
    await tx.query('savepoint one_case');
    try {
      if (action.kind === 'ASSIGN') await tx.query('select assign_officer($1, null, $2)', [id, action.officerId]);
      else if (action.kind === 'NEXT_STEP') {
        await tx.query('select set_next_step($1, null, $2, $3)', [id, action.nextStep ?? null, action.nextStepOn ?? null]);
      } else {
        await tx.query('select set_case_status($1, null, $2, $3, $4)', [
          id,
          action.status,
          action.waitingFor ?? null,
          action.outcome ?? null,
        ]);
      }
      await tx.query('release savepoint one_case');
      return { id, done: true };
    } catch (error) {
      if (!sqlState(error)?.startsWith('LT')) throw error;
      await tx.query('rollback to savepoint one_case');
      return { id, done: false, code: (error as Error).message };
    }
  }
}

/** What the kind needs, at its place. */
function checkAction(action: BulkActionDto): void {
  const missing =
    action.kind === 'ASSIGN'
      ? !action.officerId && 'officerId'
      : action.kind === 'NEXT_STEP'
        ? !action.nextStep && !action.nextStepOn && 'nextStep'
        : !action.status
          ? 'status'
          : action.status === 'WAITING'
            ? !action.waitingFor && 'waitingFor'
            : action.status === 'CLOSED' && !action.outcome && 'outcome';
  if (missing) throw DomainError.field(`/action/${missing}`, 'required');
}
