import { Injectable } from '@nestjs/common';
import { figures, type GradeCounts, type Quarter, type SatisfactionDto, snapToQuarters } from '@lotse/feedback/contract';
import type { SatisfactionQueryDto } from '@lotse/feedback/dto';
import { AccessChecks, type Actor, Database, DomainError } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { addCounts, type FunnelRow, NO_COUNTS, NO_FUNNEL, sumFunnel, toFiguresDto, toFunnelDto } from './satisfaction-sums';

interface Subject {
  /** Null for the region. */
  id: string | null;
  name: string | null;
}

/** Figures of an organisation or a region. They are sums over published batches and nothing else. */
@Injectable()
export class SatisfactionService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 for an organisation of another region or none at all */
  read(actor: Actor, query: SatisfactionQueryDto): Promise<SatisfactionDto> {
    const span = snapToQuarters(query.from, query.to, berlinDay(new Date()));
    return this.db.as(actor, async (tx) => {
      const subject = await this.subject(tx, actor, query);
      const counts = await this.counts(tx, actor, subject, span.quarters);
      const funnel = await tx.query<FunnelRow[]>('select * from survey_funnel($1, $2, $3)', [subject.id, span.from, span.to]);
      const total = sumFunnel(funnel);
      return {
        organisationId: subject.id,
        organisation: subject.name,
        from: span.from,
        to: span.to,
        asked: total.asked,
        answered: total.answered,
        responseRate: total.asked ? total.answered / total.asked : null,
        ...toFiguresDto(figures([...counts.values()].reduce(addCounts, NO_COUNTS))),
        funnel: toFunnelDto(total),
        trend: span.quarters.map((quarter) => {
          const { asked, answered } = funnel.find((row) => row.quarter === quarter) ?? NO_FUNNEL;
          return { quarter, asked, answered, ...toFiguresDto(figures(counts.get(quarter) ?? NO_COUNTS)) };
        }),
      };
    });
  }

  private async subject(tx: EntityManager, actor: Actor, query: SatisfactionQueryDto): Promise<Subject> {
    if (query.scope === 'region') return { id: null, name: null };
    const id = query.organisationId ?? actor.organisationId;
    const [row] = await tx.query<{ id: string; name: string; region_id: string }[]>(
      'select id, name, region_id from organisations where id = $1',
      [id],
    );
    if (!row || (this.checks.enabled && row.region_id !== actor.regionId)) throw new DomainError('notFound', 'organisation.notFound');
    return { id: row.id, name: row.name };
  }

  /** Counts of the grades by quarter, from the batches credited to the organisation, or once each for the region. */
  private async counts(tx: EntityManager, actor: Actor, { id }: Subject, quarters: Quarter[]): Promise<Map<Quarter, GradeCounts>> {
    const rows = await tx.query<{ quarter: string; counts: number[] }[]>(
      `select b.quarter, b.counts from published_batches b
       where b.quarter = any ($3) and case when $2::uuid is null then b.region_id = $1 else b.credited @> array[$2::uuid] end`,
      [actor.regionId, id, quarters],
    );
    const result = new Map<Quarter, GradeCounts>();
    for (const { quarter, counts } of rows) result.set(quarter, addCounts(result.get(quarter) ?? NO_COUNTS, counts));
    return result;
  }
}
