import type { CreateProcedureDto } from '@lotse/permits/contract';
import { DomainError } from '@lotse/shared/api';
import { cleanNames } from './event-input';
import type { ProcedureRow } from './procedure-rows';

/** The fields of a procedure as the database functions take them. */
export function fieldsOf(input: CreateProcedureDto): Record<string, unknown> {
  if (new Set(input.dependsOn).size !== (input.dependsOn ?? []).length) throw DomainError.field('/dependsOn', 'repeated');
  return {
    type: input.type,
    title: input.title?.trim() ?? null,
    authority: input.authority?.trim() ?? null,
    authority_org: input.authorityOrganisationId ?? null,
    file_number: input.fileNumber?.trim() ?? null,
    agencies: cleanNames(input.agencies ?? [], 'agencies'),
    ags: input.municipality ?? null,
    municipality_is_authority: input.municipalityIsAuthority ?? false,
    plot_area: input.plotArea ?? null,
    depends_on: input.dependsOn ?? [],
    expected_documents: cleanNames(input.expectedDocuments ?? [], 'expectedDocuments'),
  };
}

/** What a procedure says now, as somebody would enter it: what a change leaves out stays. */
export const inputOf = (row: ProcedureRow): CreateProcedureDto => ({
  type: row.type,
  title: row.title,
  authority: row.authority,
  authorityOrganisationId: row.authority_org,
  fileNumber: row.file_number,
  agencies: row.agencies,
  municipality: row.ags,
  municipalityIsAuthority: row.municipality_is_authority,
  plotArea: row.plot_area,
  dependsOn: row.depends_on,
  expectedDocuments: row.expected_documents,
});
