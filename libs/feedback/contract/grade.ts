/** German school grades: 1 is best, 6 worst. Their words are the translations `feedback.grade.<n>`. */
export const GRADES = [1, 2, 3, 4, 5, 6] as const;
export type Grade = (typeof GRADES)[number];

/** The words of the grades in both languages; a mail and the survey page, rendered by the server, need them without translation files. */
export const GRADE_WORDS: Readonly<Record<'de' | 'en', Readonly<Record<Grade, string>>>> = {
  de: { 1: 'sehr gut', 2: 'gut', 3: 'befriedigend', 4: 'ausreichend', 5: 'mangelhaft', 6: 'ungenügend' },
  en: { 1: 'very good', 2: 'good', 3: 'satisfactory', 4: 'sufficient', 5: 'poor', 6: 'very poor' },
};

export const isGrade = (value: unknown): value is Grade => (GRADES as readonly unknown[]).includes(value);

/** A grade from here on, or a wish to be called back, opens a recovery task. */
export const RECOVERY_FROM_GRADE: Grade = 4;
/** Working days until the recovery task is due. */
export const RECOVERY_WORKING_DAYS = 3;

/** Does an answer need somebody to call the company? */
export const needsRecovery = (answer: { serviceGrade: number; callBack?: boolean | null }): boolean =>
  answer.serviceGrade >= RECOVERY_FROM_GRADE || answer.callBack === true;

/** How often each grade was given: counts of 1 … 6 in this order. */
export type GradeCounts = readonly [number, number, number, number, number, number];

/** Counts from single grades. */
export function countGrades(grades: Iterable<Grade>): GradeCounts {
  const counts: [number, number, number, number, number, number] = [0, 0, 0, 0, 0, 0];
  for (const grade of grades) counts[grade - 1] = (counts[grade - 1] ?? 0) + 1;
  return counts;
}
