import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  ChangeFollowUpDto,
  CreateFollowUpDto,
  FinishFollowUpDto,
  FollowUpDto,
  FollowUpPageDto,
  FollowUpQueryDto,
  UndoOfferDto,
} from '@lotse/cases/contract';
import { AccessChecks, type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import { UndoService } from './undo.service';
import { caseActor } from './case-access';
import { contradiction } from './case-actions.service';
import { CaseReader } from './case-reader';
import { FollowUpWriter } from './follow-up-writer';
import { type FollowUpRow, READABLE_FOLLOW_UP, SELECT_FOLLOW_UPS, toFollowUp } from './follow-up-rows';

const FILTER = `f.organisation_id = $1::uuid
  and case $5::text when 'open' then f.done_at is null when 'done' then f.done_at is not null else true end
  and ($6::uuid is null or f.assignee_id = $6) and ($7::date is null or f.due_on <= $7)`;

/** Follow-ups (Wiedervorlagen) of cases. */
@Injectable()
export class FollowUpsService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
    private readonly writer: FollowUpWriter,
    private readonly undo: UndoService,
  ) {}

  /** Those of the own organisation over all its cases, the nearest day first. */
  list(actor: Actor, query: FollowUpQueryDto): Promise<FollowUpPageDto> {
    const { limit, offset } = pageRange(query);
    const assignee = query.assigneeId === 'me' ? actor.userId : (query.assigneeId ?? null);
    const parameters = [...caseActor(actor, this.checks), query.state ?? 'open', assignee, query.dueUntil ?? null];
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<FollowUpRow[]>(`${SELECT_FOLLOW_UPS} and ${FILTER} order by f.due_on, f.id limit $8 offset $9`, [
        ...parameters,
        limit,
        offset,
      ]);
      const [count] = await tx.query<{ total: number }[]>(
        `select count(*)::int as total from follow_ups f join service_cases c on c.id = f.case_id where ${READABLE_FOLLOW_UP} and ${FILTER}`,
        parameters,
      );
      return { items: toDtos(rows), total: count?.total ?? 0 };
    });
  }

  /** Those of one case: open ones first. */
  ofCase(actor: Actor, caseId: string): Promise<FollowUpPageDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.requireReadable(tx, actor, caseId);
      const rows = await tx.query<FollowUpRow[]>(
        `${SELECT_FOLLOW_UPS} and f.case_id = $5 order by f.done_at desc nulls first, f.due_on, f.id`,
        [...caseActor(actor, this.checks), caseId],
      );
      return { items: toDtos(rows), total: rows.length };
    });
  }

  create(actor: Actor, caseId: string, input: CreateFollowUpDto): Promise<FollowUpDto> {
    return this.db.as(actor, async (tx) => this.read(tx, actor, await this.writer.add(tx, actor, caseId, input)));
  }

  change(actor: Actor, id: string, version: number, input: ChangeFollowUpDto): Promise<FollowUpDto> {
    return this.db.as(actor, async (tx) => {
      const current = await this.current(tx, actor, id, version);
      const next = {
        title: input.title ?? current.title,
        dueOn: input.dueOn ?? current.dueOn,
        assigneeId: input.assigneeId !== undefined ? input.assigneeId : current.assigneeId,
        doneAt: current.doneAt,
      };
      await this.writer.change(tx, actor, current, next);
      return this.read(tx, actor, id);
    });
  }

  finish(actor: Actor, id: string, version: number, input: FinishFollowUpDto): Promise<FollowUpDto> {
    if (input.noneNeeded && input.next) return Promise.reject(contradiction());
    return this.db.as(actor, async (tx) => {
      const current = await this.current(tx, actor, id, version);
      const doneAt = input.done ? (current.doneAt ?? new Date().toISOString()) : null;
      await this.writer.change(tx, actor, current, { ...current, doneAt });
      if (input.done && input.noneNeeded) await tx.query('select need_no_step($1)', [current.caseId]);
      if (input.next) await this.writer.add(tx, actor, current.caseId, input.next);
      return this.read(tx, actor, id);
    });
  }

  /** @throws followUp.notFound, stale */
  remove(actor: Actor, id: string, version: number): Promise<UndoOfferDto> {
    return this.db.as(actor, async (tx) => {
      await this.current(tx, actor, id, version);
      const undoId = await this.undo.open(tx);
      await tx.query('select delete_follow_up($1, $2)', [id, version]);
      return { undoId };
    });
  }

  private async current(tx: EntityManager, actor: Actor, id: string, version: number): Promise<FollowUpDto> {
    const current = await this.read(tx, actor, id);
    checkVersion(current.version, version, current);
    return current;
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<FollowUpDto> {
    const [row] = await tx.query<FollowUpRow[]>(`${SELECT_FOLLOW_UPS} and f.id = $5`, [...caseActor(actor, this.checks), id]);
    if (!row) throw new DomainError('notFound', 'followUp.notFound');
    return toFollowUp(row, new Date());
  }
}

function toDtos(rows: FollowUpRow[]): FollowUpDto[] {
  const now = new Date();
  return rows.map((row) => toFollowUp(row, now));
}
