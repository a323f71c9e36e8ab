import { Injectable } from '@nestjs/common';
import type { CaseListQueryDto, CasePageDto, CaseSort } from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, prepared } from '@lotse/shared/api';
import { pageRange } from '@lotse/shared/dto';
import { caseActor, ownCase, sharedCase } from './case-access';
import { FILTERS, filterParameters, OWN_CHOSEN, SHARED_CHOSEN } from './case-filters';
import { CASE_COLUMNS, CASE_JOINS, type CaseRow, toSummary } from './case-rows';

/** What each sort key means in SQL; the id makes every order total. */
const ORDERS: Record<CaseSort, string> = {
  nextStepOn: 'c.next_step_on asc nulls last, c.id',
  '-nextStepOn': 'c.next_step_on desc nulls first, c.id desc',
  updatedAt: 'c.updated_at asc, c.id',
  '-updatedAt': 'c.updated_at desc, c.id desc',
  createdAt: 'c.created_at asc, c.id',
  '-createdAt': 'c.created_at desc, c.id desc',
  fileNumber: 'c.file_number asc, c.id',
  '-fileNumber': 'c.file_number desc, c.id desc',
  title: 'c.title_key asc, c.id',
  '-title': 'c.title_key desc, c.id desc',
};

const OWN = `${ownCase('c')} and ${OWN_CHOSEN} and ${FILTERS}`;
const SHARED = `c.id = any (array(select shared_case_ids())) and ${sharedCase('c')} and ${SHARED_CHOSEN} and ${FILTERS}`;

/** What a page shows of the cases that were found, in their order. */
const LINES = `select ${CASE_COLUMNS} from unnest($2::uuid[]) with ordinality page(id, place)
  join service_cases c on c.id = page.id ${CASE_JOINS} order by page.place`;

/**
 * The list of cases. Own cases and those others share are two branches with a condition of their own, so that each is served
 * by its index; one statement finds a page of both, one counts. What the lines show is fetched by a third, which needs no plan of its own.
 */
@Injectable()
export class CaseList {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  page(actor: Actor, query: CaseListQueryDto): Promise<CasePageDto> {
    const { limit, offset } = pageRange(query);
    const filters = [...caseActor(actor, this.checks), ...filterParameters(query, actor)];
    const ORDER = ORDERS[query.sort ?? 'nextStepOn'];
    return this.db.as(actor, async (tx) => {
      const page = await tx.query<{ id: string }[]>(
        `with found as materialized (
           (select c.id from service_cases c where ${OWN} order by ${ORDER} limit $19::int)
           union all (select c.id from service_cases c where ${SHARED} order by ${ORDER} limit $19::int))
         select c.id from found f join service_cases c on c.id = f.id order by ${ORDER} limit $20::int offset $21::int`,
        [...filters, limit + offset, limit, offset],
      );
      const rows = await prepared<CaseRow>(tx, LINES, [actor.organisationId, page.map(({ id }) => id)]);
      const [count] = await tx.query<{ total: number }[]>(
        `select ((select count(*) from service_cases c where ${OWN}) + (select count(*) from service_cases c where ${SHARED}))::int as total`,
        filters,
      );
      const now = new Date();
      return { items: rows.map((row) => toSummary(row, now)), total: count?.total ?? 0 };
    });
  }
}
