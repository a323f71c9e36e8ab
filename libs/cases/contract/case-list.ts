/** Whose cases a list shows: where I am the officer, my organisation's, or those others share with us. Without it: all I may read. */
export const CASE_OWNERSHIPS = ['mine', 'organisation', 'shared'] as const;
export type CaseOwnership = (typeof CASE_OWNERSHIPS)[number];

/** Sort keys of the list; a minus in front turns the order round. Empty values stand last, except with a minus before `nextStepOn`. */
export const CASE_SORTS = [
  'nextStepOn',
  '-nextStepOn',
  'updatedAt',
  '-updatedAt',
  'createdAt',
  '-createdAt',
  'fileNumber',
  '-fileNumber',
  'title',
  '-title',
] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** Longest search text, in characters. */
export const CASE_SEARCH_MAX = 100;
