import { ACTING, ownCase, readableCase, readableRecovery, readableSection } from '@lotse/cases/api';
import { offerToDecide } from '@lotse/handovers/api';

const COMPANY = `coalesce(case when co.confidential then coalesce(co.project_name, c.project_name) else co.name end, '–')`;
const TODAY = 'today_in_berlin()';

/** Every branch gives the same columns, for one list. */
const columns = (kind: string, id: string, title: string, organisation: string, due: string): string =>
  `select ${kind} as kind, ${id} as id, c.id as case_id, c.file_number, c.type as case_type, ${title} as title, c.title as case_title,
    ${COMPANY} as company_name, ${organisation} as organisation_name, ${due} as due_on`;

const OPEN_CASES_OF_MINE = `from service_cases c left join companies co on co.id = c.company_id
  where ${ownCase('c')} and c.status <> 'CLOSED' and c.officer_id = any (${ACTING})`;

/** Follow-ups meant for me, or for nobody on a case of mine; call-backs also for every lead. */
const FOLLOW_UPS = `${columns(`case f.kind when 'RECOVERY' then 'RECOVERY' else 'FOLLOW_UP' end`, 'f.id', 'f.title', 'null::text', 'f.due_on')}
  from follow_ups f join service_cases c on c.id = f.case_id left join companies co on co.id = c.company_id
  where f.done_at is null and ($4::boolean or f.deleted_at is null) and f.organisation_id = $1::uuid and ${readableCase('c')}
    and (f.kind = 'RECOVERY' or f.due_on <= ${TODAY} + 7)
    and (f.assignee_id = any (${ACTING}) or (f.assignee_id is null and c.officer_id = any (${ACTING}))
      or (f.kind = 'RECOVERY' and 'MANAGER' = any ($3::text[]))) and ${readableRecovery('f')}
    and exists (select from case_sections s where s.case_id = c.id and s.section = 'NOTES' and ${readableSection('s')})`;

const NEXT_STEPS = `${columns(`'NEXT_STEP'`, 'c.id', `coalesce(c.next_step, c.title)`, 'null::text', 'c.next_step_on')}
  ${OPEN_CASES_OF_MINE} and c.next_step_on <= ${TODAY} + 7`;

const WITHOUT_STEP = `${columns(`'NO_NEXT_STEP'`, 'c.id', 'c.title', 'null::text', 'null::date')}
  ${OPEN_CASES_OF_MINE} and c.next_step is null and c.next_step_on is null and not c.no_step_needed`;

/** Offers to my organisation that I may decide, as the inbox lists them; the case itself may still be closed to us. */
const OFFERS_IN = `select 'HANDOVER' as kind, h.id, h.case_id, h.file_number, h.case_type, coalesce(c.title, h.file_number) as title, c.title as case_title,
    case when c.id is not null then ${COMPANY} end as company_name, o.name as organisation_name, h.due_on
  from handovers h join organisations o on o.id = h.from_org
  left join service_cases c on c.id = h.case_id and ${readableCase('c')} left join companies co on co.id = c.company_id
  where ${offerToDecide('h')}`;

/** Offers of mine that another organisation has not decided yet. */
const OFFERS_OUT = `${columns(`'WAITING'`, 'h.id', 'c.title', 'o.name', 'h.due_on')}
  from handovers h join organisations o on o.id = h.to_org join service_cases c on c.id = h.case_id left join companies co on co.id = c.company_id
  where h.from_org = $1::uuid and h.state = 'OFFERED' and ${ownCase('c')}
    and (c.officer_id = any (${ACTING}) or h.offered_by = any (${ACTING}))`;

/** Everything that waits for the person, overdue first. Its parameters are those of `caseActor`, the fifth limits the rows. */
export const SELECT_DAY = `select kind, id, case_id, file_number, case_type, title, case_title, company_name, organisation_name, due_on::text
  from (${[FOLLOW_UPS, NEXT_STEPS, WITHOUT_STEP, OFFERS_IN, OFFERS_OUT].join(' union all ')}) day
  order by due_on nulls last, kind, file_number, id limit $5`;
