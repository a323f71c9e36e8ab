import {
  type CaseDto,
  type CaseOutcome,
  type CaseSection,
  type CaseStatus,
  type CaseSummaryDto,
  type CaseType,
  duenessOf,
  type WaitingFor,
} from '@lotse/cases/contract';
import { berlinDay } from '@lotse/shared/contract';
import { contributedSection, readableSection } from './case-access';

/** A case as `CASE_COLUMNS` reads it. */
export interface CaseRow {
  id: string;
  file_number: string;
  type: CaseType;
  title: string;
  status: CaseStatus;
  waiting_for: WaitingFor | null;
  outcome: CaseOutcome | null;
  is_own: boolean;
  confidential: boolean;
  project_name: string | null;
  company_id: string;
  company_name: string;
  municipality: string | null;
  owner_org: string;
  owner_name: string;
  officer_id: string | null;
  officer_name: string | null;
  next_step: string | null;
  next_step_on: string | null;
  no_step_needed: boolean;
  created_at: Date;
  updated_at: Date;
  closed_at: Date | null;
  version: number;
}

/** A case with everything its own page shows. */
export interface FullCaseRow extends CaseRow {
  details: Record<string, unknown> | null;
  via_enquiry: boolean;
  contact_person_id: string | null;
  contact_person_name: string | null;
  reopened_at: Date | null;
  sections: CaseSection[];
  may_contribute: boolean;
  team: { id: string; name: string }[] | null;
}

/** Name of a company as readers of the case `c` see it: a confidential one goes by its project. */
export const COMPANY_NAME = `coalesce(case when co.confidential then coalesce(co.project_name, c.project_name) else co.name end, '–')`;

/** Columns of a list; needs the joins below. */
export const CASE_COLUMNS = `c.id, c.file_number, c.type, c.title, c.status, c.waiting_for, c.outcome, c.owner_org = $1::uuid as is_own, c.confidential,
  c.project_name, c.company_id, ${COMPANY_NAME} as company_name,
  (select m.name from establishments e join municipalities m on m.ags = e.ags where e.company_id = c.company_id
    order by e.is_main desc, e.created_at, e.id limit 1) as municipality,
  c.owner_org, o.name as owner_name, c.officer_id, c.officer_name, c.next_step, c.next_step_on::text, c.no_step_needed, c.created_at, c.updated_at, c.closed_at, c.version`;

export const CASE_JOINS = `join organisations o on o.id = c.owner_org left join companies co on co.id = c.company_id`;

/** What the page of a case shows besides the list's columns; needs the joins below. */
export const FULL_COLUMNS = `s.details, c.postal_code is not null as via_enquiry, case when s.contacts then c.contact_person_id end as contact_person_id,
  case when s.contacts then (select p.first_name || ' ' || p.last_name from contact_persons p where p.id = c.contact_person_id) end as contact_person_name,
  c.reopened_at, s.sections, s.may_contribute,
  case when c.owner_org = $1::uuid then
    (select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name) from case_access a join users u on u.id = a.user_id
      where a.case_id = c.id and a.source = 'TEAM') end as team`;

/** The sections the person reads, in one row beside the case. */
export const FULL_JOINS = `${CASE_JOINS} cross join lateral (
  select coalesce(array_agg(k.section order by k.section), '{}') as sections, (array_agg(k.content) filter (where k.section = 'MASTER'))[1] as details,
    coalesce(bool_or(k.section = 'CONTACTS'), false) as contacts,
    coalesce(bool_or(k.section = 'NOTES' and ${contributedSection('k')}), false) as may_contribute
  from case_sections k where k.case_id = c.id and ${readableSection('k')}) s`;

/** One line of a list. `now` decides what is overdue. */
export function toSummary(row: CaseRow, now: Date): CaseSummaryDto {
  return {
    id: row.id,
    fileNumber: row.file_number,
    type: row.type,
    title: row.title,
    status: row.status,
    waitingFor: row.waiting_for,
    outcome: row.outcome,
    access: row.is_own ? 'FULL' : 'SHARED',
    confidential: row.confidential,
    projectName: row.project_name,
    companyId: row.company_id,
    companyName: row.company_name,
    municipality: row.municipality,
    ownerOrganisationId: row.owner_org,
    ownerOrganisationName: row.owner_name,
    officerId: row.officer_id,
    officerName: row.officer_name,
    nextStep: row.next_step,
    nextStepOn: row.next_step_on,
    noStepNeeded: row.no_step_needed,
    dueness: row.status === 'CLOSED' ? null : duenessOf(row.next_step_on, berlinDay(now)),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
  };
}

/** The page of a case. */
export function toCase(row: FullCaseRow, now: Date): CaseDto {
  return {
    ...toSummary(row, now),
    viaEnquiry: row.via_enquiry,
    details: row.details ?? {},
    contactPersonId: row.contact_person_id,
    contactPersonName: row.contact_person_name,
    reopenedAt: row.reopened_at?.toISOString() ?? null,
    sections: row.sections,
    mayContribute: row.may_contribute,
    team: row.team ?? [],
  };
}
