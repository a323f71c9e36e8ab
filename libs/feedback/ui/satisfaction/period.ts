import { addQuarters, quarterEnd, quarterOf, quarterStart, type Quarter } from '@lotse/feedback/contract';

/** Choices of the period; the empty one, five quarters, is what the server takes by itself. */
export const PERIODS = ['', 'quartal', 'jahr', 'vorjahr', 'zwei-jahre'] as const;
export type Period = (typeof PERIODS)[number];

/** First and last day of a period, seen from `today` (YYYY-MM-DD). */
export function daysOf(period: string, today: string): { from?: string; to?: string } {
  const running: Quarter = quarterOf(today);
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'quartal':
      return { from: quarterStart(running), to: quarterEnd(running) };
    case 'jahr':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'vorjahr':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'zwei-jahre':
      return { from: quarterStart(addQuarters(running, -7)), to: quarterEnd(running) };
    default:
      return {};
  }
}

/** "Q4 2026", as people say it in both languages. */
export const quarterName = (quarter: Quarter): string => `${quarter.slice(5)} ${quarter.slice(0, 4)}`;
