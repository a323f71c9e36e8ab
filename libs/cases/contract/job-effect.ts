/** What a case did to jobs at the company. */
export const JOB_EFFECTS = ['CREATED', 'SECURED', 'LOST'] as const;
export type JobEffectKind = (typeof JOB_EFFECTS)[number];

/**
 * How far the effect is the work of the service. The three classes are reported apart and never summed:
 * a job that would have come anyway (OBSERVED) is no success of the office.
 */
export const JOB_ATTRIBUTIONS = ['CAUSED', 'SUPPORTED', 'OBSERVED'] as const;
export type JobAttribution = (typeof JOB_ATTRIBUTIONS)[number];

/** Jobs (heads) in one entry: 1 to 100 000. */
export const JOB_COUNT_LIMITS = { min: 1, max: 100_000 } as const;
