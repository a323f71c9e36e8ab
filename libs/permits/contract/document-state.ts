/** EXPECTED: usually needed, nobody has asked for it; it owes nothing and moves nothing. */
export const DOCUMENT_STATES = ['EXPECTED', 'REQUESTED', 'RECEIVED', 'REJECTED', 'NOT_NEEDED'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
