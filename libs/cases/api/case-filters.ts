import type { CaseListQueryDto } from '@lotse/cases/contract';
import type { Actor } from '@lotse/shared/api';
import { foldName, foldText } from '@lotse/shared/contract';

/**
 * The filters of a list for the alias `c`, one fixed text: a filter nobody asked for is null, and PostgreSQL folds its line away
 * when it plans, so the indexes serve what is left. The values are those of `filterParameters`, from the fifth parameter on.
 */
export const FILTERS = `(not $6::boolean or c.status <> 'CLOSED') and ($7::text is null or c.status = $7)
  and ($8::text is null or c.type = $8)
  and ($9::uuid is null or c.officer_id = $9) and (not $10::boolean or c.officer_id is null)
  and ($11::date is null or c.next_step_on <= $11)
  and ($12::text is null or c.waiting_for = $12)
  and ($13::uuid is null or c.company_id = $13)
  and ($14::text is null or exists (select from establishments e where e.company_id = c.company_id and e.ags = $14))
  and ($15::boolean is null or ($15 and c.next_step is null and c.next_step_on is null and not c.no_step_needed and c.status <> 'CLOSED')
    or (not $15 and (c.next_step is not null or c.next_step_on is not null or c.no_step_needed)))
  and ($16::text is null or c.id = any (array(select find_case_ids($16, $17, $18))))`;

/** Own cases: `mine` are those whose officer is the person. */
export const OWN_CHOSEN = `$5::text is distinct from 'shared' and ($5::text is distinct from 'mine' or c.officer_id = $2::uuid)`;
export const SHARED_CHOSEN = `($5::text is null or $5::text = 'shared')`;

/** What was asked for, in the order of the parameters above. */
export function filterParameters(query: CaseListQueryDto, actor: Actor): unknown[] {
  const officer = query.officerId === 'me' ? actor.userId : query.officerId;
  return [
    query.ownership ?? null,
    query.status === 'OPEN',
    query.status === 'OPEN' ? null : (query.status ?? null),
    query.type ?? null,
    officer === undefined || officer === 'none' ? null : officer,
    officer === 'none',
    query.dueUntil ?? null,
    query.waitingFor ?? null,
    query.companyId ?? null,
    query.municipality ?? null,
    query.withoutNextStep ?? null,
    query.q?.trim().toUpperCase() ?? null,
    foldText(query.q ?? ''),
    foldName(query.q ?? ''),
  ];
}
