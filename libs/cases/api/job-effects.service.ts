import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CreateJobEffectDto,
  JOB_ATTRIBUTIONS,
  type JobAttribution,
  type JobEffectDto,
  type JobEffectKind,
  type JobEffectPageDto,
  type JobTotalDto,
} from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError } from '@lotse/shared/api';
import { caseActor, ownCase, readableCase } from './case-access';
import { CaseReader } from './case-reader';

interface Row {
  id: string;
  case_id: string;
  effect: JobEffectKind;
  attribution: JobAttribution;
  count: number;
  source: string;
  recorded_at: Date;
}

const SELECT = `select j.id, j.case_id, j.effect, j.attribution, j.count, j.source, j.recorded_at
  from job_effects j join service_cases c on c.id = j.case_id where ${readableCase('c')}`;

/** Jobs a case created, secured or could not keep. */
@Injectable()
export class JobEffectsService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
  ) {}

  list(actor: Actor, caseId: string): Promise<JobEffectPageDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.requireReadable(tx, actor, caseId);
      const rows = await tx.query<Row[]>(`${SELECT} and j.case_id = $5 order by j.recorded_at, j.id`, [
        ...caseActor(actor, this.checks),
        caseId,
      ]);
      return { items: rows.map(toDto), total: rows.length, totals: JOB_ATTRIBUTIONS.map((attribution) => totalOf(rows, attribution)) };
    });
  }

  create(actor: Actor, caseId: string, input: CreateJobEffectDto): Promise<JobEffectDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ id: string }[]>(
        `insert into job_effects (id, case_id, effect, attribution, count, source)
         select new_id(), c.id, $6::text, $7::text, $8::int, $9::text from service_cases c where c.id = $5 and ${ownCase('c')} returning id`,
        [...caseActor(actor, this.checks), caseId, input.effect, input.attribution, input.count, input.source],
      );
      if (!row) throw new DomainError('notFound', 'case.notFound');
      return this.read(tx, actor, row.id);
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, async (tx) => {
      const [row] = await tx.query<{ removed: number }[]>(
        `with removed as (delete from job_effects j using service_cases c where j.id = $5 and c.id = j.case_id and ${ownCase('c')} returning 1)
         select count(*)::int as removed from removed`,
        [...caseActor(actor, this.checks), id],
      );
      if (row?.removed !== 1) throw new DomainError('notFound', 'jobEffect.notFound');
    });
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<JobEffectDto> {
    const [row] = await tx.query<Row[]>(`${SELECT} and j.id = $5`, [...caseActor(actor, this.checks), id]);
    if (!row) throw new DomainError('notFound', 'jobEffect.notFound');
    return toDto(row);
  }
}

const toDto = (row: Row): JobEffectDto => ({
  id: row.id,
  caseId: row.case_id,
  effect: row.effect,
  attribution: row.attribution,
  count: row.count,
  source: row.source,
  recordedAt: row.recorded_at.toISOString(),
});

function totalOf(rows: Row[], attribution: JobAttribution): JobTotalDto {
  const sum = (effect: JobEffectKind) =>
    rows.filter((row) => row.attribution === attribution && row.effect === effect).reduce((total, { count }) => total + count, 0);
  return { attribution, created: sum('CREATED'), secured: sum('SECURED'), lost: sum('LOST') };
}
