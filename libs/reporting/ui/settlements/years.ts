/** How far back a choice of years goes. */
const YEARS = 5;

/** This year and the ones before it, as text for a choice. */
export const yearsUntil = (now: Date): string[] => Array.from({ length: YEARS }, (_, n) => String(now.getFullYear() - n));

/** First and last day of a year; nothing for anything else, so that the server takes its own period. */
export const daysOfYear = (year: string): { from?: string; to?: string } =>
  /^\d{4}$/.test(year) ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
