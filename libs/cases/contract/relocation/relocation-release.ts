/** Why places of origin and destination may be told: the company agreed (orally is enough), or the move was published. */
export const RELEASE_KINDS = ['CONSENT', 'PUBLISHED'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];
