import { addDays, isIsoDate, type FederalState, type IsoDate, type WorkingCalendar } from '@lotse/shared/contract';

/** HOLIDAY: a public holiday the law of the Land does not name, e.g. one the government declared; CLOSURE: the office is closed. */
export const CALENDAR_ENTRY_KINDS = ['HOLIDAY', 'CLOSURE'] as const;
export type CalendarEntryKind = (typeof CALENDAR_ENTRY_KINDS)[number];

/** Days that somebody entered for a region or an organisation. */
export interface CalendarEntry {
  kind: CalendarEntryKind;
  startsOn: IsoDate;
  /** The last day; the same for a single one. */
  endsOn: IsoDate;
  /** Every year on these days, from the first year on. */
  isYearly?: boolean;
  /** Last year a yearly entry holds for; without it, until it is taken out. */
  untilYear?: number | null;
}

/** Longest a single entry may be, in days. */
export const LONGEST_ENTRY = 62;
/** How far ahead yearly entries are laid out. */
const LAST_YEAR = 2069;

/** The days of an entry. 29 February of a yearly one is there in leap years alone. */
export function daysOf({ startsOn, endsOn, isYearly, untilYear }: CalendarEntry): IsoDate[] {
  const first = Number(startsOn.slice(0, 4));
  const last = isYearly ? Math.min(untilYear ?? LAST_YEAR, LAST_YEAR) : first;
  const crossing = Number(endsOn.slice(0, 4)) - first;
  const days: IsoDate[] = [];
  for (let year = first; year <= last; year += 1) {
    const from = `${year}${startsOn.slice(4)}`;
    const to = `${year + crossing}${endsOn.slice(4)}`;
    if (isIsoDate(from) && isIsoDate(to)) for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  }
  return days;
}

/** A calendar of a Land with what was entered on top. */
export function calendarOf(state: FederalState, entries: readonly CalendarEntry[]): WorkingCalendar {
  const days = (wanted: CalendarEntryKind) => [...new Set(entries.filter(({ kind }) => kind === wanted).flatMap(daysOf))].sort();
  return { state, extraHolidays: days('HOLIDAY'), closures: days('CLOSURE') };
}
