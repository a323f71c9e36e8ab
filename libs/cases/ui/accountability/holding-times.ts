import { type AccountableIntervalDto, type AccountableRole, lengthOf } from '@lotse/cases/contract';

/** One stretch as it is drawn: how wide, by whom, for how long. */
export interface Stretch {
  organisationName: string;
  role: AccountableRole;
  from: string;
  to: string;
  /** Share of the whole bar, 0 to 1. */
  share: number;
  days: number;
  hours: number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What the bar draws; shares sum to 1, days and hours are whole and rounded down. */
export function stretches(intervals: readonly AccountableIntervalDto[]): Stretch[] {
  const total = intervals.reduce((sum, interval) => sum + lengthOf(interval), 0);
  return intervals.map((interval) => {
    const length = lengthOf(interval);
    return {
      ...interval,
      share: total > 0 ? length / total : 0,
      days: Math.floor(length / DAY),
      hours: Math.floor((length % DAY) / HOUR),
    };
  });
}
