import { addQuarters, quarterEnd, quarterOf, quarterStart } from '@lotse/feedback/contract';
import { berlinDay } from '@lotse/shared/contract';
import { DAY, officeTime, type Partner, type World } from './world';

/** A case that is told to its end: closed on that day, and what its company answers. */
export interface GradedCase {
  partner: Partner;
  closedAt: Date;
  /** Grade of the service; null when the company does not answer. */
  grade: number | null;
}

/**
 * Grades given to the partners with many cases, quarter by quarter up to the running one. Chance alone leaves every partner too
 * few answers to say anything; this way the demonstration always has a partner that has reached "gut", one that has missed it and
 * one that cannot tell yet, whatever the day it is set up.
 */
const GRADES: Record<string, readonly string[]> = {
  dietzenbach: ['212312', '221132', '122213', '112212', '211121', '112112'],
  rodgau: ['324122', '241342', '214323', '132432', '312324', '223142'],
  'neu-isenburg': ['345243', '463354', '253434', '334254', '445233', '343525'],
  'kreis-offenbach': ['12213', '21231', '11322', '22112', '13212', '12121'],
  langen: ['', '21324', '', '', '12231', ''],
};
/** Companies that were asked and never answered, for each quarter of a partner. */
const SILENT = 2;
/** The last answer comes nine days after the closing, which may be a Monday instead of a Saturday; and it has come. */
const ANSWERED_AFTER = 12 * DAY;
const SHORTEST_QUARTER = 14 * DAY;

/** What was closed and graded in each quarter; the running one only when it has lasted long enough. */
export function gradedCases(world: World): GradedCase[] {
  const running = quarterOf(berlinDay(world.now));
  return world.partners.flatMap((partner) => {
    const quarters = GRADES[partner.slug] ?? [];
    return quarters.flatMap((grades, i) => {
      const quarter = addQuarters(running, i + 1 - quarters.length);
      const first = new Date(`${quarterStart(quarter)}T00:00:00Z`).getTime() + DAY;
      const last = Math.min(new Date(`${quarterEnd(quarter)}T00:00:00Z`).getTime() - 3 * DAY, world.now.getTime() - ANSWERED_AFTER);
      if (!grades || last - first < SHORTEST_QUARTER) return [];
      const answers = [...[...grades].map(Number), ...Array<null>(SILENT).fill(null)];
      return answers.map((grade, n) => {
        const at = n === grades.length - 1 ? last : world.random.between(first, last); // the last grade is always a recent one
        return { partner, closedAt: officeTime(world, new Date(at)), grade };
      });
    });
  });
}
