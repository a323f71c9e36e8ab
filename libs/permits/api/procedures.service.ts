import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor } from '@lotse/cases/api';
import {
  type AddPermitEventDto,
  type ChangeProcedureDto,
  type CreateProcedureDto,
  ledgerOf,
  type ProcedureDto,
  type ProcedurePageDto,
  USUAL_DOCUMENTS,
} from '@lotse/permits/contract';
import { AccessChecks, type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { berlinDay } from '@lotse/shared/contract';
import { ClockBases } from './clock-basis';
import { checkedEvent } from './event-input';
import { eventsByProcedure, eventsOf } from './permit-events';
import { READABLE_PROCEDURE } from './permit-access';
import { fieldsOf, inputOf } from './procedure-fields';
import { calendarOrganisation, type ProcedureRow, SELECT_PROCEDURES, toSummary } from './procedure-rows';

const READABLE_CASE_PERMITS = `select 1 from service_cases c join case_sections s on s.case_id = c.id and s.section = 'PERMITS'
  where c.id = $5 and ${READABLE_PROCEDURE}`;

/** Procedures of cases and what happens in them. The database locks, checks and writes the timeline; what a person may see is asked here as well. */
@Injectable()
export class Procedures {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly bases: ClockBases,
  ) {}

  /** Those of a case, in the order they were opened: the plan on one screen. */
  ofCase(actor: Actor, caseId: string): Promise<ProcedurePageDto> {
    return this.db.as(actor, async (tx) => {
      await this.requireSection(tx, actor, caseId);
      const rows = await tx.query<ProcedureRow[]>(`${SELECT_PROCEDURES} and p.case_id = $5 order by p.created_at, p.id`, [
        ...caseActor(actor, this.checks),
        caseId,
      ]);
      const basisOf = await this.bases.of(tx, rows.map(calendarOrganisation));
      const events = await eventsByProcedure(
        tx,
        rows.map(({ id }) => id),
      );
      const today = berlinDay(new Date());
      return { items: rows.map((row) => toSummary(row, events(row.id), basisOf(calendarOrganisation(row)), today)), total: rows.length };
    });
  }

  /** @throws permit.notFound */
  one(actor: Actor, id: string): Promise<ProcedureDto> {
    return this.db.as(actor, (tx) => this.read(tx, actor, id));
  }

  /** @throws case.notFound, organisation.notFound, permit.dependencyUnknown, permit.tooMany */
  create(actor: Actor, caseId: string, input: CreateProcedureDto): Promise<ProcedureDto> {
    const fields = fieldsOf({ expectedDocuments: [...USUAL_DOCUMENTS[input.type]], ...input });
    return this.db.as(actor, async (tx) => {
      await this.requireSection(tx, actor, caseId);
      const id = randomUUID();
      await tx.query('select create_procedure($1, $2, $3)', [id, caseId, fields]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws permit.notFound, stale, organisation.notFound, permit.dependencyUnknown, permit.dependencyCircle */
  change(actor: Actor, id: string, version: number, input: ChangeProcedureDto): Promise<ProcedureDto> {
    return this.db.as(actor, async (tx) => {
      const row = await this.row(tx, actor, id);
      if (row.version !== version) checkVersion(row.version, version, await this.read(tx, actor, id));
      await tx.query('select change_procedure($1, $2, $3)', [id, version, fieldsOf({ ...inputOf(row), ...input })]);
      return this.read(tx, actor, id);
    });
  }

  /** @throws permit.notFound, permit.inFuture, permit.eventNotFound, permit.eventReplaced, permit.tooMany */
  addEvent(actor: Actor, id: string, input: AddPermitEventDto): Promise<ProcedureDto> {
    const event = checkedEvent(input);
    return this.db.as(actor, async (tx) => {
      await this.row(tx, actor, id);
      await tx.query('select add_permit_event($1, $2, $3)', [randomUUID(), id, event]);
      return this.read(tx, actor, id);
    });
  }

  /** One procedure within a running transaction. */
  async read(tx: EntityManager, actor: Actor, id: string): Promise<ProcedureDto> {
    const row = await this.row(tx, actor, id);
    const basisOf = await this.bases.of(tx, [calendarOrganisation(row)]);
    const events = await eventsOf(tx, id);
    return {
      ...toSummary(row, events, basisOf(calendarOrganisation(row)), berlinDay(new Date())),
      ledger: ledgerOf(events, row.expected_documents),
      events,
      mayWrite: row.may_write,
    };
  }

  private async row(tx: EntityManager, actor: Actor, id: string): Promise<ProcedureRow> {
    const [row] = await tx.query<ProcedureRow[]>(`${SELECT_PROCEDURES} and p.id = $5`, [...caseActor(actor, this.checks), id]);
    if (!row) throw new DomainError('notFound', 'permit.notFound');
    return row;
  }

  /** Who reads the case but not what belongs to permits is answered like anybody else. */
  private async requireSection(tx: EntityManager, actor: Actor, caseId: string): Promise<void> {
    const rows = await tx.query<object[]>(READABLE_CASE_PERMITS, [...caseActor(actor, this.checks), caseId]);
    if (rows.length === 0) throw new DomainError('notFound', 'case.notFound');
  }
}
