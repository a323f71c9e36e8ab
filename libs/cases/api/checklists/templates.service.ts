import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseType, ChecklistTemplateDto, ChecklistTemplatePageDto, SaveChecklistTemplateDto } from '@lotse/cases/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { isOneLine } from '@lotse/shared/contract';

interface TemplateRow {
  id: string;
  case_type: CaseType;
  title: string;
  items: string[];
  is_own: boolean;
  version: number;
}

const SELECT = `select id, case_type, title, items, organisation_id is not null as is_own, version from checklist_templates
  where region_id = $1 and (organisation_id is null or organisation_id = $2)`;

/** Templates: those shipped for the region, to be used, and those of the own organisation, kept by its administrators. */
@Injectable()
export class ChecklistTemplates {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<ChecklistTemplatePageDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<TemplateRow[]>(`${SELECT} order by case_type, organisation_id nulls last, title, id`, [
        actor.regionId,
        actor.organisationId,
      ]);
      return { items: rows.map(toTemplate), total: rows.length };
    });
  }

  add(actor: Actor, input: SaveChecklistTemplateDto): Promise<ChecklistTemplateDto> {
    const items = cleaned(input.items);
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ id: string }[]>(
        'insert into checklist_templates (id, case_type, title, items) values (new_id(), $1, $2, $3) returning id',
        [input.caseType, input.title, items],
      );
      return this.read(tx, actor, row?.id ?? '');
    });
  }

  change(actor: Actor, id: string, version: number, input: SaveChecklistTemplateDto): Promise<ChecklistTemplateDto> {
    const items = cleaned(input.items);
    return this.db.as(actor, async (tx) => {
      await this.own(tx, actor, id, version);
      await tx.query(
        'update checklist_templates set case_type = $4, title = $5, items = $6 where id = $1 and organisation_id = $2 and version = $3',
        [id, actor.organisationId, version, input.caseType, input.title, items],
      );
      const stored = await this.read(tx, actor, id);
      checkVersion(stored.version, version + 1, stored);
      return stored;
    });
  }

  remove(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await this.own(tx, actor, id, version);
      await tx.query('delete from checklist_templates where id = $1 and organisation_id = $2', [id, actor.organisationId]);
    });
  }

  /** One that is shipped is answered like an unknown one: nobody changes it. */
  private async own(tx: EntityManager, actor: Actor, id: string, version: number): Promise<void> {
    const stored = await this.read(tx, actor, id);
    if (!stored.isOwn) throw new DomainError('notFound', 'checklist.templateNotFound');
    checkVersion(stored.version, version, stored);
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<ChecklistTemplateDto> {
    const [row] = await tx.query<TemplateRow[]>(`${SELECT} and id = $3`, [actor.regionId, actor.organisationId, id]);
    if (!row) throw new DomainError('notFound', 'checklist.templateNotFound');
    return toTemplate(row);
  }
}

const toTemplate = ({ case_type, is_own, ...row }: TemplateRow): ChecklistTemplateDto => ({ ...row, caseType: case_type, isOwn: is_own });

/** Without blanks around them and without repetition. */
function cleaned(items: readonly string[]): string[] {
  return [
    ...new Set(
      items.map((item, index) => {
        const text = item.trim();
        if (!text || !isOneLine(text)) throw DomainError.field(`/items/${index}`, text ? 'invalidCharacter' : 'isNotEmpty');
        return text;
      }),
    ),
  ];
}
