import type { IsoDate } from '../iso-date';
import type { WorkingCalendar } from '../working-day';

/** What a rule is told: the day it is, and which days count. */
export interface Today {
  today: IsoDate;
  calendar: WorkingCalendar;
}

/** One way of naming a day. The pattern must cover all words; what it finds is handed over as text, '' where nothing stood. */
export interface Rule {
  pattern: RegExp;
  /** The day that is meant; undefined when the words name none after all (31 April). */
  day: (found: readonly string[], now: Today) => IsoDate | undefined;
}
