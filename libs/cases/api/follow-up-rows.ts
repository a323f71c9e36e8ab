import { duenessOf, type FollowUpDto, type FollowUpKind } from '@lotse/cases/contract';
import { berlinDay } from '@lotse/shared/contract';
import { CONFIDANTS, readableCase, readableSection, sectionOfFew, writableSection } from './case-access';
import { COMPANY_NAME } from './case-rows';

/** A follow-up as the query below reads it. */
export interface FollowUpRow {
  id: string;
  case_id: string;
  kind: FollowUpKind;
  title: string;
  due_on: string;
  organisation_id: string;
  organisation_name: string;
  assignee_id: string | null;
  assignee_name: string | null;
  done_at: Date | null;
  file_number: string;
  case_title: string;
  company_name: string;
  version: number;
}

/** A call-back (RECOVERY) tells of a poor grade: only who is to call reads it, and the leads of that organisation. */
export const readableRecovery = (f: string): string =>
  `($4::boolean or ${f}.kind <> 'RECOVERY' or (${f}.organisation_id = $1::uuid and (${f}.assignee_id = any (${CONFIDANTS}) or 'MANAGER' = any ($3::text[]))
    and exists (select from case_sections g where g.case_id = ${f}.case_id and g.section = 'FEEDBACK' and (g.level <> 'PERSON' or ${sectionOfFew('g')}))))`;

/** Follow-ups belong to the section NOTES of their case. */
export const READABLE_FOLLOW_UP = `${readableCase('c')} and ($4::boolean or f.deleted_at is null) and ${readableRecovery('f')}
  and exists (select from case_sections s where s.case_id = c.id and s.section = 'NOTES' and ${readableSection('s')})`;

/** Only the organisation it belongs to changes one: whoever may contribute to the case, or the person it is meant for (a lead asked to call). */
export const WRITABLE_FOLLOW_UP = `f.organisation_id = $1::uuid
  and (f.assignee_id = $2::uuid or exists (select from case_sections s where s.case_id = f.case_id and s.section = 'NOTES' and ${writableSection('s')}))`;

export const SELECT_FOLLOW_UPS = `select f.id, f.case_id, f.kind, f.title, f.due_on::text, f.organisation_id, o.name as organisation_name, f.assignee_id, u.name as assignee_name,
    f.done_at, c.file_number, c.title as case_title, ${COMPANY_NAME} as company_name, f.version
  from follow_ups f join service_cases c on c.id = f.case_id left join companies co on co.id = c.company_id
  join organisations o on o.id = f.organisation_id
  left join users u on u.id = f.assignee_id and exists (select from memberships m where m.user_id = u.id and m.organisation_id = $1::uuid)
  where ${READABLE_FOLLOW_UP}`;

/** The one mapping of a follow-up to what travels. */
export function toFollowUp(row: FollowUpRow, now: Date): FollowUpDto {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    title: row.title,
    dueOn: row.due_on,
    dueness: row.done_at ? null : duenessOf(row.due_on, berlinDay(now)),
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    doneAt: row.done_at?.toISOString() ?? null,
    fileNumber: row.file_number,
    caseTitle: row.case_title,
    companyName: row.company_name,
    version: row.version,
  };
}
