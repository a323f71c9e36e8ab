import { addDays, type IsoDate } from '@lotse/shared/contract';

/** How a date stands to today: overdue, today, within the next seven days, later. */
export const DUENESS = ['OVERDUE', 'TODAY', 'SOON', 'LATER'] as const;
export type Dueness = (typeof DUENESS)[number];

/** Days that count as "soon". */
export const SOON_DAYS = 7;

/** How a day stands to today; nothing for no day. Both are calendar days in Europe/Berlin, a deadline ends with its day. */
export function duenessOf(day: IsoDate | null | undefined, today: IsoDate): Dueness | null {
  if (!day) return null;
  if (day < today) return 'OVERDUE';
  if (day === today) return 'TODAY';
  return day <= addDays(today, SOON_DAYS) ? 'SOON' : 'LATER';
}
