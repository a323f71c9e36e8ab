/**
 * Why two companies could be the same one; the strongest first. `NAME`: the same without legal form, umlaut spelling, blanks and
 * punctuation; `SIMILAR_NAME`: a near miss, or the beginning of a longer name.
 */
export const DUPLICATE_REASONS = ['REGISTER', 'NAME', 'SIMILAR_NAME', 'PHONE', 'EMAIL', 'ADDRESS'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];
