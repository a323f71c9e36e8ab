import { Injectable } from '@nestjs/common';
import type { CompanyDto, SetCompanyTeamDto } from '@lotse/companies/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';
import { CompanyReader } from './company-reader';

/** The people who read a confidential company: of the organisation that keeps it, chosen by one of them. */
@Injectable()
export class CompanyTeam {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
  ) {}

  /** One function of the database checks the people, replaces the team and writes who came and who left to the audit. */
  set(actor: Actor, id: string, version: number, { members }: SetCompanyTeamDto): Promise<CompanyDto> {
    return this.db.as(actor, async (tx) => {
      const [stored] = await tx.query<{ version: number }[]>(
        `select c.version from companies c where c.id = $1 and ($2::boolean or (
           c.keeper_org = my_org() and c.reader_users && my_users() and has_role('{OFFICER,LIAISON}')))`,
        [id, this.reader.unchecked],
      );
      if (!stored) throw new DomainError('notFound', 'company.notFound');
      if (stored.version !== version) checkVersion(stored.version, version, await this.reader.one(tx, id));
      await tx.query('select set_company_team($1, $2, $3)', [id, version, members]);
      return this.reader.one(tx, id);
    });
  }
}
