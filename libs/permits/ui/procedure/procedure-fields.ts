import type { ChangeProcedureDto, CreateProcedureDto, PlotArea, ProcedureSummaryDto, ProcedureType } from '@lotse/permits/contract';

/** A procedure as its form holds it: empty text stands for what is not known. */
export interface ProcedureFields {
  type: string;
  title: string;
  authority: string;
  fileNumber: string;
  municipality: string;
  municipalityIsAuthority: boolean;
  plotArea: string;
  dependsOn: string[];
  /** One per line. */
  agencies: string;
  /** One per line; of a new procedure alone. */
  documents: string;
}

export const NO_PROCEDURE: ProcedureFields = {
  type: 'SIMPLIFIED_BUILDING_PERMIT',
  title: '',
  authority: '',
  fileNumber: '',
  municipality: '',
  municipalityIsAuthority: false,
  plotArea: '',
  dependsOn: [],
  agencies: '',
  documents: '',
};

/** Lines of a text without blanks around them and without empty ones. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

export const fieldsOf = (procedure: ProcedureSummaryDto): ProcedureFields => ({
  type: procedure.type,
  title: procedure.title ?? '',
  authority: procedure.authority ?? '',
  fileNumber: procedure.fileNumber ?? '',
  municipality: procedure.municipality ?? '',
  municipalityIsAuthority: procedure.municipalityIsAuthority,
  plotArea: procedure.plotArea ?? '',
  dependsOn: procedure.dependsOn,
  agencies: procedure.agencies.join('\n'),
  documents: '',
});

/** An authority that is an organisation of the region is named by it, too: its closed days count. */
interface Organisation {
  id: string;
  name: string;
}

const textOrNull = (text: string): string | null => text.trim() || null;

/** What a new procedure is sent as. */
export function createOf(fields: ProcedureFields, organisations: readonly Organisation[]): CreateProcedureDto {
  const { type, documents } = fields;
  return { ...allOf(fields, organisations), type: type as ProcedureType, expectedDocuments: linesOf(documents) };
}

/** Only what was changed; the organisation goes with the name of the authority. */
export function changesOf(
  fields: ProcedureFields,
  organisations: readonly Organisation[],
  changed: readonly (keyof ProcedureFields)[],
): ChangeProcedureDto {
  const names = new Set<string>([...changed, ...(changed.includes('authority') ? ['authorityOrganisationId'] : [])]);
  return Object.fromEntries(Object.entries(allOf(fields, organisations)).filter(([name]) => names.has(name)));
}

function allOf(fields: ProcedureFields, organisations: readonly Organisation[]): ChangeProcedureDto {
  const authority = textOrNull(fields.authority);
  return {
    type: fields.type as ProcedureType,
    title: textOrNull(fields.title),
    authority,
    authorityOrganisationId: organisations.find(({ name }) => name === authority)?.id ?? null,
    fileNumber: textOrNull(fields.fileNumber),
    agencies: linesOf(fields.agencies),
    municipality: fields.municipality || null,
    municipalityIsAuthority: fields.municipalityIsAuthority,
    plotArea: (fields.plotArea || null) as PlotArea | null,
    dependsOn: fields.dependsOn,
  };
}
