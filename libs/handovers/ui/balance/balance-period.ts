import { addDays, addMonths, isoDate } from '@lotse/shared/contract';

/** Choices of the period; the empty one, the last twelve months, is what the server takes by itself. */
export const BALANCE_PERIODS = ['', 'quartal', 'jahr', 'vorjahr'] as const;

/** First and last day of a period, seen from `today` (YYYY-MM-DD). */
export function daysOf(period: string, today: string): { from?: string; to?: string } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (period) {
    case 'quartal': {
      const from = isoDate(year, month - ((month - 1) % 3), 1);
      return { from, to: addDays(addMonths(from, 3), -1) };
    }
    case 'jahr':
      return { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31) };
    case 'vorjahr':
      return { from: isoDate(year - 1, 1, 1), to: isoDate(year - 1, 12, 31) };
    default:
      return {};
  }
}
