/** TASK is entered by people; RECOVERY is made when a company gave a bad grade or asks to be called. */
export const FOLLOW_UP_KINDS = ['TASK', 'RECOVERY'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** What the program writes into a RECOVERY; interfaces show it in their own language while nobody has changed it. */
export const RECOVERY_TITLE = 'Rückmeldung des Unternehmens: bitte anrufen';

export const FOLLOW_UP_STATES = ['open', 'done', 'all'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];
