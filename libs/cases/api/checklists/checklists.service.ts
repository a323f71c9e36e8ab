import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AddChecklistDto, ChecklistDto, ChecklistItemDto, ChecklistSuggestionDto, UndoOfferDto } from '@lotse/cases/contract';
import { AccessChecks, type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { isOneLine } from '@lotse/shared/contract';
import { caseActor } from '../case-access';
import { CaseReader } from '../case-reader';
import { UndoService } from '../undo.service';
import { type ChecklistItemRow, SELECT_ITEMS, toItem } from './checklist-rows';

const SUGGESTIONS = `select t.id, t.title, (select count(*)::int from unnest(t.items) x
      where not exists (select from checklist_items i where i.case_id = c.id and i.title = x and i.deleted_at is null)) as count
  from service_cases c join checklist_templates t on t.case_type = c.type and t.region_id = $3::uuid and (t.organisation_id is null or t.organisation_id = $2::uuid)
  where c.id = $1 and c.owner_org = $2::uuid and c.status <> 'CLOSED' order by t.organisation_id nulls last, t.title, t.id`;

/** Checklists of cases. The database locks, checks and writes the events; what a person may see is asked here as well. */
@Injectable()
export class Checklists {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
    private readonly undo: UndoService,
  ) {}

  ofCase(actor: Actor, caseId: string): Promise<ChecklistDto> {
    return this.db.as(actor, (tx) => this.list(tx, actor, caseId));
  }

  /** @throws case.notFound, checklist.templateNotFound, checklist.tooLong */
  add(actor: Actor, caseId: string, input: AddChecklistDto): Promise<ChecklistDto> {
    const own = (input.titles ?? []).map((title) => title.trim());
    own.forEach((title, index) => {
      if (!title || !isOneLine(title)) throw DomainError.field(`/titles/${index}`, title ? 'invalidCharacter' : 'isNotEmpty');
    });
    return this.db.as(actor, async (tx) => {
      await this.reader.requireReadable(tx, actor, caseId);
      const template = input.templateId ? await this.template(tx, actor, input.templateId) : undefined;
      await tx.query('select add_checklist_items($1, $2, $3)', [caseId, template?.items ?? own, template?.title ?? null]);
      return this.list(tx, actor, caseId);
    });
  }

  tick(actor: Actor, id: string, version: number, done: boolean): Promise<ChecklistItemDto> {
    return this.db.as(actor, async (tx) => {
      await this.current(tx, actor, id, version);
      await tx.query('select tick_checklist_item($1, $2, $3)', [id, version, done]);
      return this.one(tx, actor, id);
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<UndoOfferDto> {
    return this.db.as(actor, async (tx) => {
      await this.current(tx, actor, id, version);
      const undoId = await this.undo.open(tx);
      await tx.query('select delete_checklist_item($1, $2)', [id, version]);
      return { undoId };
    });
  }

  /** The item as the person saw it, within a running transaction. @throws checklist.notFound, stale */
  async current(tx: EntityManager, actor: Actor, id: string, version: number): Promise<ChecklistItemDto> {
    const current = await this.one(tx, actor, id);
    checkVersion(current.version, version, current);
    return current;
  }

  async one(tx: EntityManager, actor: Actor, id: string): Promise<ChecklistItemDto> {
    const [row] = await tx.query<ChecklistItemRow[]>(`${SELECT_ITEMS} and i.id = $5`, [...caseActor(actor, this.checks), id]);
    if (!row) throw new DomainError('notFound', 'checklist.notFound');
    return toItem(row);
  }

  private async list(tx: EntityManager, actor: Actor, caseId: string): Promise<ChecklistDto> {
    await this.reader.requireReadable(tx, actor, caseId);
    const rows = await tx.query<ChecklistItemRow[]>(`${SELECT_ITEMS} and i.case_id = $5 order by i.position, i.id`, [
      ...caseActor(actor, this.checks),
      caseId,
    ]);
    const templates = await tx.query<{ id: string; title: string; count: number }[]>(SUGGESTIONS, [
      caseId,
      actor.organisationId,
      actor.regionId,
    ]);
    const suggestions = templates
      .filter(({ count }) => count > 0)
      .map(({ id, title, count }): ChecklistSuggestionDto => ({ templateId: id, title, count }));
    return { items: rows.map(toItem), total: rows.length, suggestions };
  }

  private async template(tx: EntityManager, actor: Actor, id: string): Promise<{ title: string; items: string[] }> {
    const [row] = await tx.query<{ title: string; items: string[] }[]>(
      'select title, items from checklist_templates where id = $1 and region_id = $2 and (organisation_id is null or organisation_id = $3)',
      [id, actor.regionId, actor.organisationId],
    );
    if (!row) throw new DomainError('notFound', 'checklist.templateNotFound');
    return row;
  }
}
