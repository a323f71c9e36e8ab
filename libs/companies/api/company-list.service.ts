import { Injectable } from '@nestjs/common';
import type { CompanyListItemDto, CompanyListQueryDto, CompanyPageDto, SizeClass } from '@lotse/companies/contract';
import { type Actor, Database } from '@lotse/shared/api';
import { phoneKey } from '@lotse/shared/contract';
import { pageRange } from '@lotse/shared/dto';
import { CompanyReader } from './company-reader';
import { Industries } from './industries';

interface Row {
  total: string;
  id: string | null;
  name: string;
  legal_form: string | null;
  confidential: boolean;
  project_name: string | null;
  industry_code: string | null;
  industry_version: string | null;
  size_class: SizeClass | null;
  place: string | null;
  postal_code: string | null;
  municipality: string | null;
  places: number | null;
  keeper_org: string;
  last_at: Date | null;
}

/** Rights are applied by `search_companies`, and once more where the rows are read. */
const PAGE = `with found as materialized (select ids, total from search_companies($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)),
    contacts as materialized (select l.company_id, l.last_at from found f, last_contacts(f.ids) l)
  select f.total, c.id, c.name, c.legal_form, c.confidential, c.project_name, c.industry_code, c.industry_version, c.size_class, c.keeper_org,
    e.place, e.postal_code, e.places, m.name as municipality, l.last_at
  from found f left join lateral unnest(f.ids) with ordinality u(id, n) on true
  left join companies c on c.id = u.id and ($11::boolean or can_read_company(c.id))
  left join lateral (select b.place, b.postal_code, b.ags, (count(*) over ())::int as places from establishments b
    where b.company_id = c.id order by b.is_main desc, b.created_at, b.id limit 1) e on true
  left join municipalities m on m.ags = e.ags
  left join contacts l on l.company_id = c.id
  order by u.n`;

/** A question made of digits and what people write between them may be a telephone number. */
const PHONE = /^[\d\s()+/.-]*(\d[\s()+/.-]*){6,}$/;

/** List and search of companies. */
@Injectable()
export class CompanyList {
  constructor(
    private readonly db: Database,
    private readonly reader: CompanyReader,
    private readonly industries: Industries,
  ) {}

  page(actor: Actor, query: CompanyListQueryDto): Promise<CompanyPageDto> {
    const { limit, offset } = pageRange(query);
    const question = query.q?.trim() || null;
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(PAGE, [
        question,
        question && PHONE.test(question) ? phoneKey(question) : null,
        query.ags ?? null,
        query.industry ?? null,
        query.sizeClass ?? null,
        query.confidential ?? null,
        query.kept ?? null,
        query.sort === '-name',
        limit,
        offset,
        this.reader.unchecked,
      ]);
      return { items: rows.filter(({ id }) => id !== null).map((row) => this.toItem(row)), total: Number(rows[0]?.total ?? 0) };
    });
  }

  private toItem(row: Row): CompanyListItemDto {
    return {
      id: row.id ?? '',
      name: row.name,
      legalForm: row.legal_form,
      confidential: row.confidential,
      projectName: row.project_name,
      industryCode: row.industry_code,
      industryName: this.industries.nameOf(row.industry_code, row.industry_version),
      sizeClass: row.size_class,
      place: row.place,
      postalCode: row.postal_code,
      municipality: row.municipality,
      establishments: row.places ?? 0,
      keeperOrganisationId: row.keeper_org,
      lastContactAt: row.last_at?.toISOString() ?? null,
    };
  }
}
