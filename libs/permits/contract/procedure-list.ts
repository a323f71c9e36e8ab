/** Which procedures a list shows. */
export const PROCEDURE_STATES = ['running', 'closed', 'all'] as const;
export type ProcedureState = (typeof PROCEDURE_STATES)[number];

export const PROCEDURE_SORTS = ['dueOn', '-dueOn', 'receivedOn', '-receivedOn', 'caseFileNumber', '-caseFileNumber'] as const;
export type ProcedureSort = (typeof PROCEDURE_SORTS)[number];
