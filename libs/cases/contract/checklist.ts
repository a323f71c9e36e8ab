/** What became of an item that was handed to another organisation. ENDED: the asking organisation ended it without an answer. */
export const ITEM_ANSWERS = ['OFFERED', 'RUNNING', 'ANSWERED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'ENDED'] as const;
export type ItemAnswer = (typeof ITEM_ANSWERS)[number];
