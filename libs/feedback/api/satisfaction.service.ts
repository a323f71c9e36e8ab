import { Injectable } from '@nestjs/common';
import { type Quarter, type SatisfactionDto, snapToQuarters } from '@lotse/feedback/contract';
import type { SatisfactionQueryDto } from '@lotse/feedback/dto';
import { AccessChecks, type Actor, Database, DomainError } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { type BatchRow, figuresOf, type FunnelRow, NO_FUNNEL, sumFunnel, toFunnelDto } from './satisfaction-sums';

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
      const batches = await this.batches(tx, actor, subject, span.quarters);
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
        ...figuresOf(batches),
        funnel: toFunnelDto(total),
        trend: span.quarters.map((quarter) => {
          const { asked, answered } = funnel.find((row) => row.quarter === quarter) ?? NO_FUNNEL;
          return {
            quarter,
            asked,
            answered,
            ...figuresOf(batches.filter((batch) => batch.first_quarter === quarter && batch.quarter === quarter)),
          };
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

  /** Batches credited to the organisation, or all of the region, that lie in the window as a whole. */
  private batches(tx: EntityManager, actor: Actor, { id }: Subject, [first, ...rest]: Quarter[]): Promise<BatchRow[]> {
    return tx.query<BatchRow[]>(
      `select b.first_quarter, b.quarter, b.counts from published_batches b
       where b.first_quarter >= $3 and b.quarter <= $4
         and case when $2::uuid is null then b.region_id = $1 else b.credited @> array[$2::uuid] end`,
      [actor.regionId, id, first, rest.at(-1) ?? first],
    );
  }
}
