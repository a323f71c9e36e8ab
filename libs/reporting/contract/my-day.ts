/** What waits for a person: a company to call back, an offer to decide, a follow-up, a next step, an answer of others, a missing plan. */
export const DAY_KINDS = ['RECOVERY', 'HANDOVER', 'FOLLOW_UP', 'NEXT_STEP', 'WAITING', 'NO_NEXT_STEP'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Most entries the list shows; who has more works from the top. */
export const DAY_LIMIT = 300;
