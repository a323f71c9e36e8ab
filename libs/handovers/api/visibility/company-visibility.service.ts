import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseActor, ownCase, readableCase } from '@lotse/cases/api';
import { colleaguesWhoRead, type CompanyVisibilityDto, type CompanyVisibilityItemDto } from '@lotse/handovers/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import type { Role } from '@lotse/shared/contract';
import { colleaguesOf, namesOf } from './colleagues';

interface CompanyRow {
  keeper_org: string;
  keeper_name: string;
  own_name: string;
  region_id: string;
  confidential: boolean;
  reader_users: string[];
  is_open: boolean;
  is_kept: boolean;
}

/** `can_read_company` is a condition of its own, which does not look at policies. */
const COMPANY = `select c.keeper_org, k.name as keeper_name, o.name as own_name, c.region_id, c.confidential, c.reader_users,
    not c.confidential and not c.is_natural_person and not c.is_untaken as is_open, c.keeper_org = $2 as is_kept
  from companies c join organisations k on k.id = c.keeper_org join organisations o on o.id = $2
  where c.id = $1 and ($3::boolean or can_read_company(c.id))`;

/** Through which cases others read the company: of the own cases, with whom they are shared; of foreign ones, the own share alone. */
const BY_CASES = `select c.id, c.file_number, o.id as organisation_id, o.name
  from service_cases c cross join lateral unnest(c.reader_orgs) r (id) join organisations o on o.id = r.id
  where c.company_id = $5 and ${readableCase('c')} and (o.id = $1 or ${ownCase('c')}) order by o.name, c.file_number`;

const ALL_READERS: Role[] = ['OFFICER', 'LIAISON', 'MANAGER'];

/** "Wer sieht das, und warum?" of a company. */
@Injectable()
export class CompanyVisibility {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  /** @throws DomainError 404 unless the person reads the company */
  of(actor: Actor, id: string): Promise<CompanyVisibilityDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await prepared<CompanyRow>(tx, COMPANY, [id, actor.organisationId, !this.checks.enabled]);
      if (!row) throw new DomainError('notFound', 'company.notFound');
      const keeper = item(row.keeper_org, row.keeper_name, 'KEEPER');
      const region = row.is_open ? await this.region(tx, row) : [];
      const byCases = await this.byCases(tx, actor, id, row);
      return { items: [keeper, ...region, ...byCases, ...(await this.people(tx, actor, row))] };
    });
  }

  private async region(tx: EntityManager, { region_id, keeper_org }: CompanyRow): Promise<CompanyVisibilityItemDto[]> {
    const rows = await prepared<{ id: string; name: string }>(
      tx,
      'select id, name from organisations where region_id = $1 and id <> $2 order by name',
      [region_id, keeper_org],
    );
    return rows.map(({ id, name }) => item(id, name, 'REGION'));
  }

  private async byCases(tx: EntityManager, actor: Actor, id: string, company: CompanyRow): Promise<CompanyVisibilityItemDto[]> {
    const rows = await prepared<{ id: string; file_number: string; organisation_id: string; name: string }>(tx, BY_CASES, [
      ...caseActor(actor, this.checks),
      id,
    ]);
    return rows
      .filter(({ organisation_id }) => organisation_id !== company.keeper_org)
      .map((row) => ({ ...item(row.organisation_id, row.name, 'CASE'), caseId: row.id, fileNumber: row.file_number }));
  }

  /** Who reads it only by a case, and the teams of its confidential cases, stand on the pages of those cases. */
  private async people(tx: EntityManager, actor: Actor, row: CompanyRow): Promise<CompanyVisibilityItemDto[]> {
    if (!row.is_open && !row.is_kept) return [];
    const colleagues = await colleaguesOf(tx, actor.organisationId);
    const names = namesOf(colleagues);
    const team = row.is_kept ? row.reader_users : [];
    return colleaguesWhoRead(colleagues, { confidential: row.confidential, team }).flatMap(({ userId, reason, roles, standsInFor }) =>
      reason === 'OFFICER'
        ? []
        : [
            {
              ...item(actor.organisationId, row.own_name, reason),
              userId,
              userName: names.get(userId),
              roles,
              ...(standsInFor && { standsInFor: names.get(standsInFor) }),
            },
          ],
    );
  }
}

const item = (organisationId: string, organisationName: string, reason: CompanyVisibilityItemDto['reason']): CompanyVisibilityItemDto => ({
  organisationId,
  organisationName,
  reason,
  roles: ALL_READERS,
});
