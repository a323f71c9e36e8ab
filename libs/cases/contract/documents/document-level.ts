/**
 * Who reads a document of a case. REGION: every organisation that reads anything of the case. PARTIES: those who read its documents.
 * ORGANISATION: only the organisation that holds it. PERSON: only the person who holds it.
 */
export const DOCUMENT_LEVELS = ['REGION', 'PARTIES', 'ORGANISATION', 'PERSON'] as const;
export type DocumentLevel = (typeof DOCUMENT_LEVELS)[number];

export const DEFAULT_DOCUMENT_LEVEL: DocumentLevel = 'PARTIES';

/** Characters of a document's name. */
export const DOCUMENT_NAME_MAX = 200;

/** Days a deleted document can be taken back. */
export const DOCUMENT_BIN_DAYS = 30;
