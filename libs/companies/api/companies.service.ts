import { Injectable } from '@nestjs/common';
import type { CompanyDto, CreateCompanyDto, ReleasedCompanyDto, UpdateCompanyDto } from '@lotse/companies/contract';
import { legalFormFacts } from '@lotse/companies/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import type { EntityManager } from 'typeorm';
import { CompanyReader } from './company-reader';
import type { CompanyRow } from './company-rows';
import { ContactPersons } from './contact-persons.service';
import { Duplicates } from './duplicates.service';
import { Establishments } from './establishments.service';
import { Industries } from './industries';
import { overtaken } from './overtaken';
import { neutralProjectName } from './project-name';

/** Enters, shows and changes companies. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
    private readonly establishments: Establishments,
    private readonly contacts: ContactPersons,
    private readonly duplicates: Duplicates,
    private readonly industries: Industries,
  ) {}

  one(actor: Actor, id: string): Promise<CompanyDto> {
    return this.db.as(actor, (tx) => this.reader.one(tx, id));
  }

  /** Company, establishments and contact persons in one transaction. */
  create(actor: Actor, input: CreateCompanyDto): Promise<CompanyDto> {
    return this.db.as(actor, async (tx) => {
      const { legalForm, isNaturalPerson } = legalFormFacts(input.legalForm, input.name);
      const industry = this.industries.checked(input.industryCode ?? null, input.industryVersion);
      const confidential = input.confidential ?? false;
      const projectName = input.projectName ?? (confidential ? neutralProjectName() : null);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into companies (name, legal_form, is_natural_person, register_court, register_number, vat_id, economic_id, industry_code, industry_version,
           size_class, website, confidential, project_name)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
        [
          input.name,
          legalForm,
          isNaturalPerson,
          input.registerCourt ?? null,
          input.registerNumber ?? null,
          compact(input.vatId),
          compact(input.economicId),
          industry.code,
          industry.version,
          input.sizeClass ?? null,
          input.website ?? null,
          confidential,
          projectName,
        ],
      );
      const id = row?.id ?? '';
      await this.establishments.addAll(tx, actor, id, input.establishments ?? []);
      for (const contact of input.contacts ?? []) await this.contacts.insert(tx, id, contact);
      return this.reader.one(tx, id);
    });
  }

  update(actor: Actor, id: string, version: number, input: UpdateCompanyDto): Promise<CompanyDto> {
    return this.db.as(actor, async (tx) => {
      const row = await this.reader.changeable(tx, id);
      if (row.version !== version) checkVersion(row.version, version, await this.reader.one(tx, id));
      await this.write(tx, version, this.merged(row, input));
      return this.reader.one(tx, id);
    });
  }

  /** Makes a confidential company known to the region, and says which known companies it may be one with. */
  release(actor: Actor, id: string, version: number): Promise<ReleasedCompanyDto> {
    return this.db.as(actor, async (tx) => {
      await this.reader.require(tx, id);
      const [row] = await tx.query<{ version: number }[]>('select release_company($1, $2) as version', [id, version]);
      return { id, version: row?.version ?? version, duplicates: await this.duplicates.ofCompany(tx, id) };
    });
  }

  /** The row with the changes: what stays out stays, null empties. */
  private merged(row: CompanyRow, input: UpdateCompanyDto): CompanyRow {
    const pick = <T>(given: T | undefined, stored: T): T => (given === undefined ? stored : given);
    const name = pick(input.name, row.name);
    const { legalForm, isNaturalPerson } = legalFormFacts(pick(input.legalForm, row.legal_form), name);
    const industry =
      input.industryCode === undefined
        ? { code: row.industry_code, version: row.industry_version }
        : this.industries.checked(input.industryCode, input.industryVersion);
    const projectName = pick(input.projectName, row.project_name);
    if (row.confidential && !projectName) throw DomainError.field('/projectName', 'company.projectNameMissing');
    return {
      ...row,
      name,
      legal_form: legalForm,
      is_natural_person: isNaturalPerson,
      industry_code: industry.code,
      industry_version: industry.version,
      project_name: projectName,
      size_class: pick(input.sizeClass, row.size_class),
      register_court: pick(input.registerCourt, row.register_court),
      register_number: pick(input.registerNumber, row.register_number),
      vat_id: compact(pick(input.vatId, row.vat_id)),
      economic_id: compact(pick(input.economicId, row.economic_id)),
      website: pick(input.website, row.website),
    };
  }

  private async write(tx: EntityManager, version: number, row: CompanyRow): Promise<void> {
    const [, count] = await tx.query<[unknown, number]>(
      `update companies set name = $3, legal_form = $4, is_natural_person = $5, register_court = $6, register_number = $7, vat_id = $8, economic_id = $9,
         industry_code = $10, industry_version = $11, size_class = $12, website = $13, project_name = $14, version = version + 1, updated_at = now()
       where id = $1 and version = $2`,
      [
        row.id,
        version,
        row.name,
        row.legal_form,
        row.is_natural_person,
        row.register_court,
        row.register_number,
        row.vat_id,
        row.economic_id,
        row.industry_code,
        row.industry_version,
        row.size_class,
        row.website,
        row.project_name,
      ],
    );
    if (!count) throw overtaken(await this.reader.one(tx, row.id));
  }
}

/** Identifiers are written without blanks, in capitals. */
const compact = (text: string | null | undefined): string | null => text?.replaceAll(/\s/g, '').toUpperCase() || null;
