import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor, readableCase } from '@lotse/cases/api';
import { AccessChecks, Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import type { DistributionDto, DistributionListQueryDto, DistributionPageDto } from '@lotse/distributions/contract';
import { readableDistribution } from './distribution-access';
import { toDistributionDto } from './distribution-mapper';
import { type DistributionRow, SELECT_DISTRIBUTIONS } from './distribution-rows';

/** What is running comes first, the nearest due date on top; then what is over, the newest on top. */
const ORDER = `order by d.state <> 'RUNNING', case when d.state = 'RUNNING' then d.due_at end, d.sent_at desc, d.id desc`;
const FILTER = `($5::text is null or case $5 when 'out' then d.lead_org = $1
    else exists (select from distribution_receivers asked where asked.distribution_id = d.id and asked.organisation_id = $1) end)
  and ($6::text is null or d.state = $6)`;

/** Reading enquiries: those the own organisation was asked, those it leads, those of a case. */
@Injectable()
export class DistributionsService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  list(actor: Actor, query: DistributionListQueryDto): Promise<DistributionPageDto> {
    const { limit, offset } = pageRange(query);
    return this.db.as(actor, async (tx) => {
      const parameters = [...caseActor(actor, this.checks), query.box ?? null, query.state ?? null];
      const rows = await tx.query<DistributionRow[]>(`${SELECT_DISTRIBUTIONS} and ${FILTER} ${ORDER} limit $7 offset $8`, [
        ...parameters,
        limit,
        offset,
      ]);
      const [count] = await tx.query<{ total: number }[]>(
        `select count(*)::int as total from distributions d where ${readableDistribution('d')} and ${FILTER}`,
        parameters,
      );
      return { items: this.toDtos(actor, rows), total: count?.total ?? 0 };
    });
  }

  one(actor: Actor, id: string): Promise<DistributionDto> {
    return this.db.as(actor, (tx) => this.read(tx, actor, id));
  }

  /** The enquiries of a case, newest first, for its owner; whoever only shares the case reads none. */
  ofCase(actor: Actor, caseId: string): Promise<DistributionPageDto> {
    return this.db.as(actor, async (tx) => {
      const parameters = [...caseActor(actor, this.checks), caseId];
      const [found] = await tx.query<object[]>(`select 1 from service_cases c where c.id = $5 and ${readableCase('c')}`, parameters);
      if (!found) throw new DomainError('notFound', 'case.notFound');
      const rows = await tx.query<DistributionRow[]>(
        `${SELECT_DISTRIBUTIONS} and k.case_id = $5 order by d.sent_at desc, d.id desc`,
        parameters,
      );
      return { items: this.toDtos(actor, rows), total: rows.length };
    });
  }

  /** One enquiry within a running transaction; unknown and foreign ones are the same. */
  async read(tx: EntityManager, actor: Actor, id: string): Promise<DistributionDto> {
    const rows = await tx.query<DistributionRow[]>(`${SELECT_DISTRIBUTIONS} and d.id = $5`, [...caseActor(actor, this.checks), id]);
    const [dto] = this.toDtos(actor, rows);
    if (!dto) throw new DomainError('notFound', 'distribution.notFound');
    return dto;
  }

  /** Whether a page of this person may show the enquiry: decides whom a live message reaches. */
  async isVisible(tx: EntityManager, actor: Actor, id: string): Promise<boolean> {
    const rows = await tx.query<object[]>(`select 1 from distributions d where d.id = $5 and ${readableDistribution('d')}`, [
      ...caseActor(actor, this.checks),
      id,
    ]);
    return rows.length > 0;
  }

  private toDtos(actor: Actor, rows: DistributionRow[]): DistributionDto[] {
    const now = new Date();
    return rows.map((row) => toDistributionDto(row, actor, now));
  }
}
