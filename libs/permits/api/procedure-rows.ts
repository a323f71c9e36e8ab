import { COMPANY_NAME } from '@lotse/cases/api';
import {
  clocks,
  ledgerOf,
  type ClockedProcedure,
  type PermitEvent,
  type PlotArea,
  type ProcedureSummaryDto,
  type ProcedureType,
} from '@lotse/permits/contract';
import type { ClockBasis } from './clock-basis';
import { MAY_WRITE, PROCEDURE_JOINS, READABLE_PROCEDURE } from './permit-access';

/** A procedure as the query below reads it. */
export interface ProcedureRow {
  id: string;
  case_id: string;
  case_file_number: string;
  case_title: string;
  company_name: string;
  owner_org: string;
  owner_name: string;
  type: ProcedureType;
  title: string | null;
  authority: string | null;
  authority_org: string | null;
  file_number: string | null;
  agencies: string[];
  ags: string | null;
  municipality_name: string | null;
  municipality_is_authority: boolean;
  plot_area: PlotArea | null;
  depends_on: string[];
  expected_documents: string[];
  closed_on: string | null;
  closed_at: Date | null;
  may_write: boolean;
  version: number;
}

/** Procedures the person reads; conditions may follow. */
export const SELECT_PROCEDURES = `select p.id, p.case_id, c.file_number as case_file_number, c.title as case_title, ${COMPANY_NAME} as company_name, c.owner_org,
    o.name as owner_name, p.type, p.title, p.authority, p.authority_org, p.file_number, p.agencies, p.ags, m.name as municipality_name,
    p.municipality_is_authority, p.plot_area, p.depends_on, p.expected_documents, p.closed_on::text, p.closed_at, ${MAY_WRITE} as may_write, p.version
  from permit_procedures p ${PROCEDURE_JOINS} join organisations o on o.id = c.owner_org left join companies co on co.id = c.company_id
  left join municipalities m on m.ags = p.ags
  where ${READABLE_PROCEDURE}`;

/** The organisation whose closed days move the goals of a procedure. */
export const calendarOrganisation = ({ authority_org, owner_org }: Pick<ProcedureRow, 'authority_org' | 'owner_org'>): string =>
  authority_org ?? owner_org;

/** What decides which counts a procedure has. */
export const clockedProcedure = (row: ProcedureRow): ClockedProcedure => ({
  type: row.type,
  municipalityIsAuthority: row.municipality_is_authority,
  isOuterArea: row.plot_area === 'OUTER',
  closedAt: row.closed_at?.toISOString() ?? null,
});

/** The one mapping of a procedure to what travels, with its counts of the day. */
export function toSummary(
  row: ProcedureRow,
  events: readonly PermitEvent[],
  { calendar, policies }: ClockBasis,
  today: string,
): ProcedureSummaryDto {
  const counts = clocks(events, policies, calendar, today, clockedProcedure(row));
  const replaced = new Set(events.map(({ supersedes }) => supersedes));
  const received = events.filter(({ kind, id }) => kind === 'RECEIVED' && !replaced.has(id)).map(({ on }) => on);
  return {
    id: row.id,
    caseId: row.case_id,
    caseFileNumber: row.case_file_number,
    caseTitle: row.case_title,
    companyName: row.company_name,
    ownerOrganisationId: row.owner_org,
    ownerOrganisationName: row.owner_name,
    type: row.type,
    title: row.title,
    authority: row.authority,
    authorityOrganisationId: row.authority_org,
    fileNumber: row.file_number,
    agencies: row.agencies,
    municipality: row.ags,
    municipalityName: row.municipality_name,
    municipalityIsAuthority: row.municipality_is_authority,
    plotArea: row.plot_area,
    dependsOn: row.depends_on,
    receivedOn: received.sort()[0] ?? null,
    closedOn: row.closed_on,
    dueOn: counts.flatMap(({ dueOn, stoppedOn }) => (dueOn && !stoppedOn ? [dueOn] : [])).sort()[0] ?? null,
    owed: ledgerOf(events).owed.length,
    clocks: counts,
    asOf: today,
    version: row.version,
  };
}
