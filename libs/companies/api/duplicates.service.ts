import { Injectable } from '@nestjs/common';
import {
  DUPLICATE_REASONS,
  type DuplicateDto,
  type DuplicatePageDto,
  type DuplicateQueryDto,
  type DuplicateReason,
} from '@lotse/companies/contract';
import { type Actor, Database } from '@lotse/shared/api';
import { phoneKey } from '@lotse/shared/contract';
import type { EntityManager } from 'typeorm';
import { CompanyReader } from './company-reader';

const MOST = 5;
const FOUND = `select c.id as "companyId", c.name, f.reasons,
    (select b.place from establishments b where b.company_id = c.id order by b.is_main desc, b.created_at limit 1) as place
  from find_duplicates($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) with ordinality f(company_id, reasons, n)
  join companies c on c.id = f.company_id where not c.confidential and ($11::boolean or can_read_company(c.id)) order by f.n`;

interface Row {
  companyId: string;
  name: string;
  place: string | null;
  reasons: DuplicateReason[];
}

/** Hints at companies that are known already. Confidential ones never show, not even to their team. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
  ) {}

  find(actor: Actor, query: DuplicateQueryDto): Promise<DuplicatePageDto> {
    return this.db.as(actor, async (tx) => {
      const items = await this.hits(tx, query);
      return { items, total: items.length };
    });
  }

  /** Companies that an entered one may be merged with. */
  async ofCompany(tx: EntityManager, companyId: string): Promise<DuplicateDto[]> {
    const [traits] = await tx.query<DuplicateQueryDto[]>(
      `select c.name, b.postal_code as "postalCode", b.street, b.house_number as "houseNumber", c.register_court as "registerCourt",
         c.register_number as "registerNumber", p.phone, p.email
       from companies c
       left join lateral (select * from establishments e where e.company_id = c.id order by e.is_main desc, e.created_at limit 1) b on true
       left join lateral (select * from contact_persons q where q.company_id = c.id and can_read_contact(q.id) order by q.created_at limit 1) p on true
       where c.id = $1`,
      [companyId],
    );
    return traits ? this.hits(tx, { ...traits, exceptId: companyId }) : [];
  }

  private async hits(tx: EntityManager, query: DuplicateQueryDto): Promise<DuplicateDto[]> {
    const rows = await tx.query<Row[]>(FOUND, [
      query.name?.trim() || null,
      query.phone ? phoneKey(query.phone) || null : null,
      query.email?.trim().toLowerCase() || null,
      query.postalCode?.trim() || null,
      query.street?.trim() || null,
      query.houseNumber?.trim() || null,
      query.registerCourt?.trim() || null,
      query.registerNumber?.trim() || null,
      query.exceptId ?? null,
      MOST,
      this.reader.unchecked,
    ]);
    return rows.map((row) => ({ ...row, reasons: DUPLICATE_REASONS.filter((reason) => row.reasons.includes(reason)) }));
  }
}
