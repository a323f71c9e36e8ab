import { Injectable } from '@nestjs/common';
import type { NamedColleagueDto } from '@lotse/companies/contract';
import type { EntityManager } from 'typeorm';
import { caseActor, readableCase, readableStub } from '@lotse/cases/api';
import { AccessChecks, Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { HandoverDto, HandoverListQueryDto, HandoverPageDto } from '@lotse/handovers/contract';
import { readableHandover } from './handover-access';
import { toHandoverDto } from './handover-mapper';
import { SELECT_HANDOVERS, type HandoverRow } from './handover-rows';

/** What waits comes first, the nearest due date on top; then what is over, the newest on top. */
const ORDER = `order by h.state <> 'OFFERED', case when h.state = 'OFFERED' then h.due_at end, h.offered_at desc, h.id desc`;
const FILTER = `($5::text is null or (case $5 when 'in' then h.to_org else h.from_org end) = $1)
  and ($6::text is null or h.state = $6) and ($7::text is null or h.kind = $7)
  and ($8::text is null or $8 = case when h.state = 'OFFERED' and h.due_at <= now() then 'EXPIRED' when h.state = 'OFFERED' then 'OPEN'
    when h.state in ('RETURNED', 'ENDED') then 'ACCEPTED' else h.state end)
  and ($9::text is null or h.decision_reason_code = $9) and ($10::date is null or (h.offered_at at time zone 'Europe/Berlin')::date >= $10)
  and ($11::date is null or (h.offered_at at time zone 'Europe/Berlin')::date <= $11) and ($12::boolean is null or h.confidential = $12)`;

/** Reading handovers: inbox, outbox, one of them, those of a case. */
@Injectable()
export class HandoversService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: HandoverListQueryDto): Promise<HandoverPageDto> {
    const filter = toFilter(query);
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const parameters = [...caseActor(actor, this.checks), ...filter];
      const rows = await tx.query<HandoverRow[]>(`${SELECT_HANDOVERS} and ${FILTER} ${ORDER} limit $13 offset $14`, [
        ...parameters,
        limit,
        offset,
      ]);
      const [count] = await tx.query<{ total: number }[]>(
        `select count(*)::int as total from handovers h where ${readableHandover('h')} and ${FILTER}`,
        parameters,
      );
      return { items: this.toDtos(actor, rows), total: count?.total ?? 0 };
    });
  }

  one(actor: Actor, id: string): Promise<HandoverDto> {
    return this.db.as(actor, (tx) => this.read(tx, actor, id));
  }

  /** The handovers of a case the reader's organisation is a side of; the case itself must be readable, as a stub at least. */
  ofCase(actor: Actor, caseId: string): Promise<HandoverPageDto> {
    return this.db.as(actor, async (tx) => {
      const [found] = await tx.query<{ known: boolean }[]>(
        `select exists (select from service_cases c where c.id = $5 and ${readableCase('c')})
           or exists (select from case_stubs s where s.case_id = $5 and ${readableStub('s')}) as known`,
        [...caseActor(actor, this.checks), caseId],
      );
      if (!found?.known) throw new DomainError('notFound', 'case.notFound');
      const rows = await tx.query<HandoverRow[]>(`${SELECT_HANDOVERS} and h.case_id = $5 ${ORDER}`, [
        ...caseActor(actor, this.checks),
        caseId,
      ]);
      return { items: this.toDtos(actor, rows), total: rows.length };
    });
  }

  /** The same after words that name colleagues, who are told; with those who do not read the case, for its owner to let in. */
  async naming(tx: EntityManager, actor: Actor, id: string, mentions: readonly string[] = []): Promise<HandoverDto> {
    if (mentions.length === 0) return this.read(tx, actor, id);
    const withoutAccess = await tx.query<NamedColleagueDto[]>('select id, name from mention_in_handover($1, $2)', [id, mentions]);
    return { ...(await this.read(tx, actor, id)), withoutAccess };
  }

  /** One handover within a running transaction; unknown and foreign ones are the same. */
  async read(tx: EntityManager, actor: Actor, id: string): Promise<HandoverDto> {
    const rows = await tx.query<HandoverRow[]>(`${SELECT_HANDOVERS} and h.id = $5`, [...caseActor(actor, this.checks), id]);
    const [dto] = this.toDtos(actor, rows);
    if (!dto) throw new DomainError('notFound', 'handover.notFound');
    return dto;
  }

  /** Whether a page of this person may show the handover: decides whom a live message reaches. */
  async isVisible(tx: EntityManager, actor: Actor, id: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select 1 from handovers h where h.id = $5 and ${readableHandover('h')}`, [
      ...caseActor(actor, this.checks),
      id,
    ]);
    return rows.length > 0;
  }

  private toDtos(actor: Actor, rows: HandoverRow[]): HandoverDto[] {
    const now = new Date();
    return rows.map((row) => toHandoverDto(row, actor, now));
  }
}

/** The parameters of `FILTER`, in its order. */
const toFilter = ({ box, state, kind, outcome, reasonCode, from, to, confidential }: HandoverListQueryDto): unknown[] =>
  [box, state, kind, outcome, reasonCode, from, to, confidential].map((value) => value ?? null);
