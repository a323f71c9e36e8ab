import { Injectable } from '@nestjs/common';
import { caseActor, readableCase } from '@lotse/cases/api';
import type { PresenceDto, PresentColleagueDto } from '@lotse/notifications/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';

/** Who of the own organisation has a case open; only where the organisation wants it, kept for seconds, never recorded. */
@Injectable()
export class Presence {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws case.notFound */
  read(actor: Actor, caseId: string): Promise<PresenceDto> {
    return this.db.as(actor, async (tx) => {
      await this.require(tx, actor, caseId);
      return this.others(tx, actor, caseId);
    });
  }

  /** Says that the person has the case open, for 45 seconds. @throws case.notFound */
  beat(actor: Actor, caseId: string): Promise<PresenceDto> {
    return this.db.as(actor, async (tx) => {
      await this.require(tx, actor, caseId);
      await tx.query('select be_present($1)', [caseId]);
      return this.others(tx, actor, caseId);
    });
  }

  leave(actor: Actor, caseId: string): Promise<void> {
    return this.db.as(actor, async (tx) => {
      await this.require(tx, actor, caseId);
      await tx.query('select leave_case($1)', [caseId]);
    });
  }

  /** Whether the person reads the case: decides whom a live message reaches. */
  async isVisible(tx: EntityManager, actor: Actor, caseId: string): Promise<boolean> {
    const rows = await prepared<object>(tx, `select 1 from service_cases c where c.id = $5 and ${readableCase('c')}`, [
      ...caseActor(actor, this.checks),
      caseId,
    ]);
    return rows.length > 0;
  }

  private async require(tx: EntityManager, actor: Actor, caseId: string): Promise<void> {
    if (!(await this.isVisible(tx, actor, caseId))) throw new DomainError('notFound', 'case.notFound');
  }

  private async others(tx: EntityManager, actor: Actor, caseId: string): Promise<PresenceDto> {
    const [row] = await tx.query<{ presence: boolean }[]>('select presence from organisations where id = $1', [actor.organisationId]);
    if (!row?.presence) return { on: false, people: [] };
    return { on: true, people: await tx.query<PresentColleagueDto[]>('select id, name from present_colleagues($1)', [caseId]) };
  }
}
