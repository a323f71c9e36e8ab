/** What can be done with many cases at once. */
export const BULK_ACTIONS = ['ASSIGN', 'NEXT_STEP', 'MOVE'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Most cases of one request. */
export const BULK_MOST = 200;
