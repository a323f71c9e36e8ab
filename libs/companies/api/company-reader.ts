import { Injectable } from '@nestjs/common';
import type { CompanyDto, ContactPersonDto, EstablishmentDto } from '@lotse/companies/contract';
import { AccessChecks, DomainError } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';
import { type CompanyRow, CONTACT, ESTABLISHMENT, TEAM } from './company-rows';
import { Industries } from './industries';

/**
 * Reads companies as the acting person may see them. The conditions are the API's own (`can_read_…` does not look at policies);
 * `unchecked` is true only where a test switches the API's checks off.
 */
@Injectable()
export class CompanyReader {
  constructor(
    private readonly checks: AccessChecks,
    private readonly industries: Industries,
  ) {}

  /** Parameter that switches a condition off in tests: `($2::boolean or can_read_company(c.id))`. */
  get unchecked(): boolean {
    return !this.checks.enabled;
  }

  async isVisible(tx: EntityManager, id: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select from companies c where c.id = $1 and ($2::boolean or can_read_company(c.id))', [
      id,
      this.unchecked,
    ]);
    return rows.length > 0;
  }

  /** @throws DomainError 404 when there is no such company for the reader */
  async require(tx: EntityManager, id: string): Promise<void> {
    if (!(await this.isVisible(tx, id))) throw new DomainError('notFound', 'company.notFound');
  }

  /** The rows of a company the reader sees; 404 when there is none, 403 when it may be read but not changed. */
  async changeable(tx: EntityManager, id: string): Promise<CompanyRow> {
    const row = await this.row(tx, id);
    if (this.checks.enabled && !row.may_change) throw new DomainError('forbidden', 'company.notChangeable');
    return row;
  }

  async one(tx: EntityManager, id: string): Promise<CompanyDto> {
    const row = await this.row(tx, id);
    return this.toDto(row, await this.establishments(tx, id), await this.contacts(tx, id));
  }

  private async row(tx: EntityManager, id: string): Promise<CompanyRow> {
    const [row] = await tx.query<CompanyRow[]>(
      `select c.*, o.name as keeper, may_change_company(c.id) as may_change,
         c.confidential and c.reader_users && my_users() and c.keeper_org = my_org() and has_role('{OFFICER,LIAISON}') as may_release, ${TEAM} as team,
         (select l.last_at from last_contacts(array[c.id]) l) as last_contact_at
       from companies c join organisations o on o.id = c.keeper_org where c.id = $1 and ($2::boolean or can_read_company(c.id))`,
      [id, this.unchecked],
    );
    if (!row) throw new DomainError('notFound', 'company.notFound');
    return row;
  }

  private establishments(tx: EntityManager, companyId: string): Promise<EstablishmentDto[]> {
    return tx.query<EstablishmentDto[]>(
      `select ${ESTABLISHMENT} from establishments b left join municipalities m on m.ags = b.ags
       where b.company_id = $1 and ($2::boolean or can_read_company(b.company_id)) order by b.is_main desc, b.created_at, b.id`,
      [companyId, this.unchecked],
    );
  }

  private contacts(tx: EntityManager, companyId: string): Promise<ContactPersonDto[]> {
    return tx.query<ContactPersonDto[]>(
      `select ${CONTACT} from contact_persons p where p.company_id = $1 and ($2::boolean or can_read_contact(p.id)) order by p.created_at, p.id`,
      [companyId, this.unchecked],
    );
  }

  private toDto(row: CompanyRow, establishments: EstablishmentDto[], contacts: ContactPersonDto[]): CompanyDto {
    return {
      id: row.id,
      name: row.name,
      legalForm: row.legal_form,
      isNaturalPerson: row.is_natural_person,
      confidential: row.confidential,
      projectName: row.project_name,
      industryCode: row.industry_code,
      industryVersion: row.industry_version,
      industryName: this.industries.nameOf(row.industry_code, row.industry_version),
      sizeClass: row.size_class,
      registerCourt: row.register_court,
      registerNumber: row.register_number,
      vatId: row.vat_id,
      economicId: row.economic_id,
      website: row.website,
      keeperOrganisationId: row.keeper_org,
      keeper: row.keeper,
      mayChange: row.may_change,
      mayRelease: row.may_release,
      team: row.team,
      lastContactAt: row.last_contact_at?.toISOString() ?? null,
      establishments,
      contacts,
      createdAt: row.created_at.toISOString(),
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    };
  }
}
