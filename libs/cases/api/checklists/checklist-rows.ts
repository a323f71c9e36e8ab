import type { ChecklistItemDto, ItemAnswer } from '@lotse/cases/contract';
import { readableCase, readableSection } from '../case-access';

/** An item as the query below reads it. */
export interface ChecklistItemRow {
  id: string;
  case_id: string;
  title: string;
  done_at: Date | null;
  done_by_name: string | null;
  is_own: boolean;
  handover_id: string | null;
  handover_state: string | null;
  is_answered: boolean;
  handover_org: string | null;
  version: number;
}

/** Items belong to the section NOTES of their case. */
const READABLE = `($4::boolean or i.deleted_at is null) and ${readableCase('c')}
  and exists (select from case_sections s where s.case_id = c.id and s.section = 'NOTES' and ${readableSection('s')})`;

/** Whom the item was handed to is told to the two sides alone; who answered, too. */
export const SELECT_ITEMS = `select i.id, i.case_id, i.title, i.done_at, i.organisation_id = $1::uuid as is_own, h.id as handover_id, h.state as handover_state,
    coalesce(i.done_org = h.to_org, false) as is_answered, o.name as handover_org,
    case when i.done_org = $1::uuid or h.id is not null then i.done_by_name end as done_by_name, i.version
  from checklist_items i join service_cases c on c.id = i.case_id
  left join handovers h on h.id = i.handover_id and ($4::boolean or $1::uuid in (h.from_org, h.to_org)) left join organisations o on o.id = h.to_org
  where ${READABLE}`;

/** The one mapping of an item to what travels. */
export function toItem(row: ChecklistItemRow): ChecklistItemDto {
  return {
    id: row.id,
    caseId: row.case_id,
    title: row.title,
    doneAt: row.done_at?.toISOString() ?? null,
    doneByName: row.done_by_name,
    handover: row.handover_id ? { id: row.handover_id, state: answerOf(row), organisationName: row.handover_org ?? '' } : null,
    isOwn: row.is_own,
    version: row.version,
  };
}

function answerOf({ handover_state: state, is_answered: isAnswered }: ChecklistItemRow): ItemAnswer {
  if (isAnswered) return 'ANSWERED';
  return state === 'ACCEPTED' ? 'RUNNING' : (state as ItemAnswer);
}
