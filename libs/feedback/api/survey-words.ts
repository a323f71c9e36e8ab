import type { CaseType } from '@lotse/cases/contract';

export type Language = 'de' | 'en';

const TYPES: Record<CaseType, Record<Language, string>> = {
  EXPANSION: { de: 'Erweiterung am Standort', en: 'Expansion at the site' },
  RELOCATION: { de: 'Verlagerung', en: 'Relocation' },
  SETTLEMENT: { de: 'Ansiedlung', en: 'Settlement' },
  RETENTION: { de: 'Standortsicherung', en: 'Securing the site' },
  PERMIT: { de: 'Genehmigungsbegleitung', en: 'Guidance through permits' },
  SITE_SEARCH: { de: 'Flächengesuch', en: 'Search for premises' },
  FUNDING: { de: 'Förderung', en: 'Funding' },
  SKILLED_LABOUR: { de: 'Fachkräfte', en: 'Skilled labour' },
  SUCCESSION: { de: 'Nachfolge', en: 'Succession' },
  STARTUP: { de: 'Gründung', en: 'Starting a business' },
  INFRASTRUCTURE: { de: 'Infrastruktur', en: 'Infrastructure' },
  COMPLAINT: { de: 'Beschwerde', en: 'Complaint' },
  OTHER: { de: 'Sonstiges Anliegen', en: 'Other request' },
};

const word = (language: Language) => (type: string) => (TYPES[type as CaseType] ?? TYPES.OTHER)[language];

/** What a company calls the type of its case, for mails and the public page. */
export const CASE_TYPE_WORDS: Record<Language, (type: string) => string> = { de: word('de'), en: word('en') };

const FORMATS: Record<Language, Intl.DateTimeFormat> = {
  de: new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** A day in words: `23. November 2026`. */
export const plainDay = (day: string, language: Language): string => FORMATS[language].format(new Date(`${day}T00:00:00Z`));
