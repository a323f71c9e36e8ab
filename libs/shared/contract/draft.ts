/** Names of drafts: what is written, and of which record (`case:<id>:note`). */
export const DRAFT_KEY = /^[A-Za-z0-9:._-]{1,120}$/;
/** Longest draft as JSON, in bytes. */
export const DRAFT_MAX_BYTES = 65_536;
/** How many drafts one person keeps in one organisation; more are refused until some are sent or thrown away. */
export const DRAFTS_MAX = 200;
/** Days after the last change until a draft goes by itself. */
export const DRAFT_DAYS = 90;
