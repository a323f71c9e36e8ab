/** What a bin can hold. */
export const BIN_KINDS = ['CASE', 'FOLLOW_UP', 'CHECKLIST_ITEM', 'DOCUMENT'] as const;
export type BinKind = (typeof BIN_KINDS)[number];

/** How long the way back is offered after a step, in seconds. */
export const UNDO_SECONDS = 10;

/** How long the bin keeps what was deleted. */
export const BIN_DAYS = 30;
