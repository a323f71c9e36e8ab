/** Languages of the interface and of outgoing mail; German comes first. */
export const LANGUAGES = ['de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];
