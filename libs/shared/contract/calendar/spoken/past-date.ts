import { addDays, addMonths, daysInMonth, isoDate, type IsoDate, weekday } from '../iso-date';
import { foldSpoken, monthOf, numberOf, weekdayOf } from './words';

/** The last such day before `today`; "last Friday" on a Friday is a week ago. */
const before = (today: IsoDate, day: number): IsoDate => addDays(today, -(((weekday(today) - day + 6) % 7) + 1));

/** A day of a year, or without a year the last one that is not to come. */
function lastDated(day: number, month: number, year: string, today: IsoDate): IsoDate | undefined {
  const isReal = (y: number) => month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(y, month);
  if (year) {
    const y = (year.length === 2 ? 2000 : 0) + Number(year);
    return isReal(y) ? isoDate(y, month, day) : undefined;
  }
  const first = Number(today.slice(0, 4));
  for (let y = first; y > first - 9; y -= 1) if (isReal(y) && isoDate(y, month, day) <= today) return isoDate(y, month, day);
  return undefined;
}

function earlier(today: IsoDate, count: number | undefined, unit: string): IsoDate | undefined {
  if (count === undefined || count > 3660) return undefined;
  if (/^mon/.test(unit)) return addMonths(today, -count);
  return addDays(today, /^(woche|week)/.test(unit) ? -7 * count : -count);
}

const UNIT = '(tage?n?|days?|wochen?|weeks?|monate?n?|months?)';

/**
 * The day that words name when something has happened: "gestern", "vor 3 Tagen", "letzten Freitag", "20.4.", "20 April". A date without
 * a year is the last one that is over; one with a year is taken as it is. Weekends and holidays stay: things happen on them, too.
 */
export function spokenPastDate(text: string, today: IsoDate): IsoDate | undefined {
  const words = foldSpoken(text.slice(0, 80));
  if (/^(heute|today)$/.test(words)) return today;
  if (/^(gestern|yesterday)$/.test(words)) return addDays(today, -1);
  if (/^(vorgestern|day before yesterday)$/.test(words)) return addDays(today, -2);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words);
  if (iso) return lastDated(Number(iso[3]), Number(iso[2]), iso[1] ?? '', today);
  const numbers = /^(?:[a-z]+ )?(\d{1,2})[./] ?(\d{1,2})[./]? ?(\d{4}|\d{2})?$/.exec(words);
  if (numbers) return lastDated(Number(numbers[1]), Number(numbers[2]), numbers[3] ?? '', today);
  const named = /^(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]+) ?(\d{4}|\d{2})?$/.exec(words);
  const month = named && monthOf(named[2] ?? '');
  if (named && month) return lastDated(Number(named[1]), month, named[3] ?? '', today);
  const ago =
    new RegExp(`^vor (\\d{1,4}|[a-z]+) ${UNIT}$`).exec(words) ?? new RegExp(`^(\\d{1,4}|[a-z]+) ${UNIT} (?:ago|her)$`).exec(words);
  if (ago) return earlier(today, numberOf(ago[1] ?? ''), ago[2] ?? '');
  const last = /^(?:(?:letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?|last) )?([a-z]+)$/.exec(words);
  const day = last && weekdayOf(last[1] ?? '');
  return day ? before(today, day) : undefined;
}
