import { Injectable } from '@nestjs/common';
import { caseActor, readableCase } from '@lotse/cases/api';
import type { CaseMuteDto } from '@lotse/notifications/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';

/** Cases a person does not want to hear of, except when named or asked to decide. Nobody else is told. */
@Injectable()
export class CaseMutes {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws case.notFound */
  read(actor: Actor, caseId: string): Promise<CaseMuteDto> {
    return this.db.as(actor, async (tx) => {
      await this.require(tx, actor, caseId);
      const rows = await tx.query<object[]>(
        'select 1 from notification_mutes where user_id = $1 and organisation_id = $2 and case_id = $3',
        [actor.userId, actor.organisationId, caseId],
      );
      return { muted: rows.length > 0 };
    });
  }

  /** @throws case.notFound */
  set(actor: Actor, caseId: string, muted: boolean): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await this.require(tx, actor, caseId);
      const row = [actor.userId, actor.organisationId, caseId];
      if (muted) {
        await tx.query(
          'insert into notification_mutes (user_id, organisation_id, case_id) values ($1, $2, $3) on conflict do nothing',
          row,
        );
      } else {
        await tx.query('delete from notification_mutes where user_id = $1 and organisation_id = $2 and case_id = $3', row);
      }
    });
  }

  private async require(tx: EntityManager, actor: Actor, caseId: string): Promise<void> {
    const rows = await prepared<object>(tx, `select 1 from service_cases c where c.id = $5 and ${readableCase('c')}`, [
      ...caseActor(actor, this.checks),
      caseId,
    ]);
    if (rows.length === 0) throw new DomainError('notFound', 'case.notFound');
  }
}
