import type { Language } from '../language/languages';

/** The region's clock: a day begins and ends here, wherever the browser stands. */
const ZONE = 'Europe/Berlin';
const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const PARTS = {
  day: {
    de: { day: '2-digit', month: '2-digit', year: 'numeric' },
    en: { day: 'numeric', month: 'short', year: 'numeric' },
  },
  dayTime: {
    de: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    en: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  },
  time: { de: { hour: '2-digit', minute: '2-digit' }, en: { hour: '2-digit', minute: '2-digit' } },
  weekday: {
    de: { weekday: 'short', day: '2-digit', month: '2-digit', year: 'numeric' },
    en: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  },
  long: {
    de: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    en: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  },
} as const satisfies Record<string, Record<Language, Intl.DateTimeFormatOptions>>;
export type DateStyle = keyof typeof PARTS;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${style} ${timeZone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], { ...PARTS[style][language], timeZone });
  formats.set(key, known);
  return known;
}

/** `2026-11-23` is a calendar day without a time zone, everything else an instant. */
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);

/**
 * A date as people of the language write it: `23.11.2026` or `23 Nov 2026`.
 * @param value ISO day (`2026-11-23`) or instant (`2026-11-23T10:15:00Z`); empty gives an empty string
 */
export function formatDate(value: string | null | undefined, language: Language, style: DateStyle = 'day'): string {
  if (!value) return '';
  const date = new Date(value);
  return Number.isNaN(date.valueOf()) ? value : format(language, style, isDay(value) ? 'UTC' : ZONE).format(date);
}

/** The calendar day in the region, as `yyyy-MM-dd`. */
export function dayOf(value: string | Date): string {
  if (typeof value === 'string' && isDay(value)) return value;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(value));
}

/** Whole calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string | Date, to: string | Date): number {
  return Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000);
}

/** "heute", "morgen", "gestern", "in 3 Tagen", "vor 5 Tagen"; further than a week away: the date. */
export function formatRelativeDay(value: string | null | undefined, language: Language, now: Date = new Date()): string {
  if (!value) return '';
  const days = daysBetween(now, value);
  if (Number.isNaN(days) || Math.abs(days) > 7) return formatDate(value, language);
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }).format(days, 'day').replace(/^vorgestern$/, 'vor 2 Tagen');
}

/** A number as people of the language write it. */
export function formatNumber(value: number | null | undefined, language: Language, decimals = 0): string {
  if (value === null || value === undefined) return '';
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

/** A share between 0 and 1 as percent. */
export function formatShare(value: number | null | undefined, language: Language, decimals = 0): string {
  if (value === null || value === undefined) return '';
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
  return new Intl.NumberFormat(LOCALES[language], options).format(value);
}
