import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CaseDto, CaseStatus, CaseStubDto, CaseType } from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { caseActor, ownCase, readableCase, readableStub } from './case-access';
import { CASE_COLUMNS, FULL_COLUMNS, FULL_JOINS, type FullCaseRow, toCase } from './case-rows';

interface StubRow {
  case_id: string;
  file_number: string;
  type: CaseType;
  status: CaseStatus;
  owner_org: string;
}

/** Reads one case as far as the person may see it. Unknown and foreign ones are the same. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** The case, or for a former owner its stub. */
  one(actor: Actor, id: string): Promise<CaseDto | CaseStubDto> {
    return this.db.as(actor, async (tx) => {
      const found = (await this.find(tx, actor, id)) ?? (await this.stub(tx, actor, id));
      if (!found) throw new DomainError('notFound', 'case.notFound');
      return found;
    });
  }

  /** The case within a running transaction, if the person reads it. */
  async find(tx: EntityManager, actor: Actor, id: string): Promise<CaseDto | undefined> {
    const [row] = await prepared<FullCaseRow>(
      tx,
      `select ${CASE_COLUMNS}, ${FULL_COLUMNS} from service_cases c ${FULL_JOINS} where c.id = $5 and ${readableCase('c')}`,
      [...caseActor(actor, this.checks), id],
    );
    return row && toCase(row, new Date());
  }

  /** The case, if the person's organisation owns it and the person reads it; else 404. */
  async own(tx: EntityManager, actor: Actor, id: string): Promise<CaseDto> {
    const [row] = await prepared<FullCaseRow>(
      tx,
      `select ${CASE_COLUMNS}, ${FULL_COLUMNS} from service_cases c ${FULL_JOINS} where c.id = $5 and ${ownCase('c')}`,
      [...caseActor(actor, this.checks), id],
    );
    if (!row) throw new DomainError('notFound', 'case.notFound');
    return toCase(row, new Date());
  }

  /** 404 unless the person reads the case. */
  async requireReadable(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const rows = await prepared<object>(tx, `select 1 from service_cases c where c.id = $5 and ${readableCase('c')}`, [
      ...caseActor(actor, this.checks),
      id,
    ]);
    if (rows.length === 0) throw new DomainError('notFound', 'case.notFound');
  }

  /** Whether a page of this person may show the case or its stub: decides whom a live message reaches. */
  async isVisible(tx: EntityManager, actor: Actor, id: string): Promise<boolean> {
    const rows = await prepared<object>(
      tx,
      `select 1 from service_cases c where c.id = $5 and ${readableCase('c')}
       union all select 1 from case_stubs s where s.case_id = $5 and ${readableStub('s')} limit 1`,
      [...caseActor(actor, this.checks), id],
    );
    return rows.length > 0;
  }

  private async stub(tx: EntityManager, actor: Actor, id: string): Promise<CaseStubDto | undefined> {
    const [row] = await prepared<StubRow>(
      tx,
      `select s.case_id, s.file_number, s.type, s.status, s.owner_org from case_stubs s where s.case_id = $5 and ${readableStub('s')}`,
      [...caseActor(actor, this.checks), id],
    );
    if (!row) return undefined;
    return {
      id: row.case_id,
      fileNumber: row.file_number,
      type: row.type,
      status: row.status,
      ownerOrganisationId: row.owner_org,
      access: 'STUB',
    };
  }
}
