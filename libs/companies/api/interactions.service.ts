import { Injectable } from '@nestjs/common';
import type {
  CreateInteractionDto,
  InteractionDto,
  InteractionKind,
  InteractionListQueryDto,
  InteractionPageDto,
  LoggedInteractionDto,
  NamedColleagueDto,
  OpenCaseDto,
  OpenCasePageDto,
} from '@lotse/companies/contract';
import { type Actor, Database, DomainError } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { EntityManager } from 'typeorm';
import { CompanyReader } from './company-reader';

interface InteractionRow {
  id: string;
  company_id: string;
  case_id: string | null;
  file_number: string | null;
  kind: InteractionKind;
  text: string;
  occurred_at: Date;
  created_at: Date;
  author_name: string;
  owner_org: string;
  organisation: string;
}

/** Clocks of office computers differ a little. */
const TOLERANCE_MS = 5 * 60_000;

const READABLE = `i.company_id = $1 and ($2::boolean or can_read_interaction(i.company_id, i.case_id, i.owner_org)) and ($3::text is null or i.kind = $3)`;
const SELECT = `select i.id, i.company_id, i.case_id, k.file_number, i.kind, i.text, i.occurred_at, i.created_at, i.author_name, i.owner_org, o.name as organisation
  from interactions i join organisations o on o.id = i.owner_org left join service_cases k on k.id = i.case_id`;

/** Contacts with companies: logged in seconds, never changed. Those of a case belong to the case and move with it. */
@Injectable()
export class Interactions {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
  ) {}

  list(actor: Actor, companyId: string, query: InteractionListQueryDto): Promise<InteractionPageDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.require(tx, companyId);
      const { limit, offset } = pageRange(query);
      const given = [companyId, this.reader.unchecked, query.kind ?? null];
      const rows = await tx.query<InteractionRow[]>(
        `${SELECT} where ${READABLE} order by i.occurred_at desc, i.id desc limit $4 offset $5`,
        [...given, limit, offset],
      );
      const [count] = await tx.query<{ total: number }[]>(`select count(*)::int as total from interactions i where ${READABLE}`, given);
      return { items: rows.map(toDto), total: count?.total ?? 0 };
    });
  }

  /** Logs a contact; the database enters who did it and writes the event of the case. */
  log(actor: Actor, companyId: string, input: CreateInteractionDto): Promise<LoggedInteractionDto> {
    if (input.occurredAt && Date.parse(input.occurredAt) > Date.now() + TOLERANCE_MS) {
      throw DomainError.field('/occurredAt', 'interaction.inFuture');
    }
    if (input.mentions?.length && !input.caseId) throw DomainError.field('/mentions', 'needsCase');
    return this.db.as(actor, async (tx) => {
      await this.reader.require(tx, companyId);
      await this.checkCase(tx, companyId, input.caseId);
      await this.checkColleagues(tx, actor, input.mentions ?? []);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into interactions (company_id, case_id, kind, text, occurred_at, mentions) values ($1, $2, $3, $4, coalesce($5::timestamptz, now()), $6) returning id`,
        [companyId, input.caseId ?? null, input.kind, input.text, input.occurredAt ?? null, input.mentions ?? []],
      );
      const [stored] = await tx.query<InteractionRow[]>(`${SELECT} where ${READABLE} and i.id = $4`, [
        companyId,
        this.reader.unchecked,
        null,
        row?.id,
      ]);
      if (!stored) throw new DomainError('notFound', 'company.notFound');
      const withoutAccess = await tx.query<NamedColleagueDto[]>('select id, name from mentioned_without_access($1)', [stored.id]);
      return { ...toDto(stored), withoutAccess };
    });
  }

  /** Running cases of the company that the reader may open; the database function applies the rights. */
  openCases(actor: Actor, companyId: string): Promise<OpenCasePageDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.require(tx, companyId);
      const items = await tx.query<OpenCaseDto[]>(
        'select id, file_number as "fileNumber", title, type, status from open_cases_of(array[$1::uuid])',
        [companyId],
      );
      return { items, total: items.length };
    });
  }

  /** Everybody named works for the own organisation; one who does not is unknown. */
  private async checkColleagues(tx: EntityManager, actor: Actor, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const [row] = await tx.query<{ n: number }[]>(
      'select count(*)::int as n from memberships where organisation_id = $1 and is_active and user_id = any ($2::uuid[])',
      [actor.organisationId, ids],
    );
    if (row?.n !== ids.length) throw new DomainError('notFound', 'person.notFound');
  }

  private async checkCase(tx: EntityManager, companyId: string, caseId: string | undefined): Promise<void> {
    if (!caseId) return;
    const [row] = await tx.query<{ may: boolean }[]>('select may_log_in_case($1, $2) as may', [caseId, companyId]);
    if (!row?.may) throw new DomainError('notFound', 'case.notFound');
  }
}

function toDto(row: InteractionRow): InteractionDto {
  return {
    id: row.id,
    companyId: row.company_id,
    caseId: row.case_id,
    fileNumber: row.file_number,
    kind: row.kind,
    text: row.text,
    occurredAt: row.occurred_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    authorName: row.author_name,
    organisationId: row.owner_org,
    organisation: row.organisation,
  };
}
