import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CaseDto, type ChangeCaseDto, type CreateCaseDto, isConfidentialByDefault } from '@lotse/cases/contract';
import { AccessChecks, type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { caseActor, ownCase } from './case-access';
import { CaseChanges } from './case-changes';
import { filled, requireDetails } from './case-details';
import { CaseReader } from './case-reader';

/** Opening a case and changing what it says. The timeline events are written by the database in the same transaction. */
@Injectable()
export class CasesService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly reader: CaseReader,
    private readonly changes: CaseChanges,
  ) {}

  create(actor: Actor, input: CreateCaseDto): Promise<CaseDto> {
    return this.db.as(actor, async (tx) => {
      const details = input.details ?? {};
      await requireDetails(tx, input.type, details);
      const [row] = await tx.query<{ id: string }[]>('select create_case(new_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9) as id', [
        input.type,
        input.title,
        input.companyId,
        input.contactPersonId ?? null,
        input.confidential ?? (isConfidentialByDefault(input.type) || (await isConfidentialCompany(tx, input.companyId))),
        input.projectName ?? projectOf(details) ?? null,
        JSON.stringify(filled(details)),
        input.nextStep ?? null,
        input.nextStepOn ?? null,
      ]);
      return this.reader.own(tx, actor, row?.id ?? '');
    });
  }

  change(actor: Actor, id: string, version: number, input: ChangeCaseDto): Promise<CaseDto> {
    return this.changes.change(actor, id, version, async (tx, current) => {
      if (input.details) await requireDetails(tx, current.type, input.details);
      if (input.contactPersonId && input.contactPersonId !== current.contactPersonId) {
        if (!current.sections.includes('CONTACTS')) throw new DomainError('forbidden', 'section.notYours');
        await requireContact(tx, actor, current.companyId, input.contactPersonId);
      }
      const next = merged(current, input);
      if (JSON.stringify(next) === JSON.stringify(merged(current, {}))) return {};
      await this.write(tx, actor, current, next);
      return { ...next, version: current.version + 1 };
    });
  }

  /** The case's own row first: whoever is too late finds another version there and has changed nothing. */
  private async write(tx: EntityManager, actor: Actor, current: CaseDto, next: Changeable): Promise<void> {
    const [row] = await tx.query<{ changed: number }[]>(
      `with changed as (update service_cases c set title = $7, project_name = $8,
         contact_person_id = case when $12::boolean then $9::uuid else c.contact_person_id end, next_step = $10, next_step_on = $11,
         updated_at = now() where c.id = $5 and c.version = $6 and ${ownCase('c')} returning 1)
       select count(*)::int as changed from changed`,
      [
        ...caseActor(actor, this.checks),
        current.id,
        current.version,
        next.title,
        next.projectName,
        next.contactPersonId,
        next.nextStep,
        next.nextStepOn,
        // Who does not read whom the case names changes nothing about it.
        next.contactPersonId !== current.contactPersonId,
      ],
    );
    if (row?.changed !== 1) {
      const stored = await this.reader.own(tx, actor, current.id);
      checkVersion(stored.version, current.version, stored);
      throw new DomainError('notFound', 'case.notFound');
    }
    if (JSON.stringify(next.details) === JSON.stringify(current.details)) return;
    await tx.query(`update case_sections set content = $2 where case_id = $1 and section = 'MASTER'`, [
      current.id,
      JSON.stringify(next.details),
    ]);
  }
}

type Changeable = Pick<CaseDto, 'title' | 'projectName' | 'contactPersonId' | 'nextStep' | 'nextStepOn' | 'details'>;

/** The case as it will be; fields left out stay. */
function merged(current: CaseDto, input: ChangeCaseDto): Changeable {
  const project = input.projectName !== undefined ? input.projectName : input.details && projectOf(input.details);
  return {
    title: input.title ?? current.title,
    projectName: project !== undefined ? project : current.projectName,
    contactPersonId: input.contactPersonId !== undefined ? input.contactPersonId : current.contactPersonId,
    nextStep: input.nextStep !== undefined ? input.nextStep : current.nextStep,
    nextStepOn: input.nextStepOn !== undefined ? input.nextStepOn : current.nextStepOn,
    details: input.details ? filled({ ...current.details, ...input.details }) : current.details,
  };
}

/** A settlement enquiry names its project among its own fields; the case is called by it. */
function projectOf(details: Record<string, unknown>): string | null | undefined {
  const name = details['projectName'];
  return typeof name === 'string' ? name.trim() || null : name === null ? null : undefined;
}

async function isConfidentialCompany(tx: EntityManager, companyId: string): Promise<boolean> {
  const [row] = await tx.query<{ confidential: boolean }[]>('select confidential from companies where id = $1', [companyId]);
  return row?.confidential ?? false;
}

/** A contact person of this company that the own organisation entered; else 404, as if it did not exist. */
async function requireContact(tx: EntityManager, actor: Actor, companyId: string, contactId: string): Promise<void> {
  const rows = await tx.query<object[]>('select 1 from contact_persons where id = $1 and company_id = $2 and owner_org = $3', [
    contactId,
    companyId,
    actor.organisationId,
  ]);
  if (rows.length === 0) throw new DomainError('notFound', 'contact.notFound');
}
