import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreateFollowUpDto, FollowUpDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, DomainError } from '@lotse/shared/api';
import { caseActor, writableSection } from './case-access';
import { CaseReader } from './case-reader';
import { requireWorkingDay } from './follow-up-day';
import { WRITABLE_FOLLOW_UP } from './follow-up-rows';

/** Writes follow-ups within a running transaction. Who enters one, and for which organisation, is stamped by the database. */
@Injectable()
export class FollowUpWriter {
  constructor(
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
  ) {}

  /** Returns the id. 404 where the person may not contribute to the case, 422 for a day nobody works on. */
  async add(tx: EntityManager, actor: Actor, caseId: string, input: CreateFollowUpDto): Promise<string> {
    await this.reader.requireReadable(tx, actor, caseId);
    const assigneeId = input.assigneeId === undefined ? actor.userId : input.assigneeId;
    if (assigneeId) await requireColleague(tx, actor, assigneeId);
    await requireWorkingDay(tx, actor, input.dueOn);
    const [row] = await tx.query<{ id: string }[]>(
      `insert into follow_ups (id, case_id, assignee_id, title, due_on)
       select new_id(), s.case_id, $6::uuid, $7::text, $8::date from case_sections s
       where s.case_id = $5 and s.section = 'NOTES' and ${writableSection('s')} returning id`,
      [...caseActor(actor, this.checks), caseId, assigneeId, input.title, input.dueOn],
    );
    if (!row) throw new DomainError('notFound', 'case.notFound');
    return row.id;
  }

  /** Writes what is different. Of two changes from the same version one wins, the other is stale. */
  async change(
    tx: EntityManager,
    actor: Actor,
    current: FollowUpDto,
    next: Pick<FollowUpDto, 'title' | 'dueOn' | 'assigneeId' | 'doneAt'>,
  ): Promise<void> {
    if (next.assigneeId && next.assigneeId !== current.assigneeId) await requireColleague(tx, actor, next.assigneeId);
    if (next.dueOn !== current.dueOn) await requireWorkingDay(tx, actor, next.dueOn);
    const [row] = await tx.query<{ changed: number; version: number | null }[]>(
      `with changed as (update follow_ups f set title = $7, due_on = $8, assignee_id = $9, done_at = $10
         where f.id = $5 and f.version = $6 and ${WRITABLE_FOLLOW_UP} returning 1)
       select (select count(*)::int from changed) as changed`,
      [...caseActor(actor, this.checks), current.id, current.version, next.title, next.dueOn, next.assigneeId, next.doneAt],
    );
    if (row?.changed === 1) return;
    const [stored] = await tx.query<{ version: number }[]>('select version from follow_ups where id = $1', [current.id]);
    checkStale(stored?.version, current.version);
    throw new DomainError('notFound', 'followUp.notFound');
  }
}

function checkStale(stored: number | undefined, seen: number): void {
  if (stored !== undefined && stored !== seen) throw new DomainError('stale', 'stale', { version: stored });
}

/** Somebody of the own organisation; anybody else is answered as unknown. */
async function requireColleague(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  const rows = await tx.query<object[]>('select 1 from memberships where user_id = $1 and organisation_id = $2 and is_active', [
    id,
    actor.organisationId,
  ]);
  if (rows.length === 0) throw new DomainError('notFound', 'person.notFound');
}
