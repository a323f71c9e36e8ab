/** Steps in the life of a case. REOPENED is no status: a reopened case is IN_PROGRESS again and its timeline says so. */
export const CASE_STATUSES = ['NEW', 'IN_PROGRESS', 'WAITING', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** On whom a waiting case waits. */
export const WAITING_FOR = ['APPLICANT', 'THIRD_PARTY'] as const;
export type WaitingFor = (typeof WAITING_FOR)[number];

/** How a closed case ended. */
export const CASE_OUTCOMES = ['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'WITHDRAWN', 'OUT_OF_SCOPE'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

const MOVES: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  NEW: ['IN_PROGRESS', 'WAITING', 'CLOSED'],
  IN_PROGRESS: ['WAITING', 'CLOSED'],
  WAITING: ['IN_PROGRESS', 'WAITING', 'CLOSED'],
  CLOSED: ['IN_PROGRESS'],
};

/**
 * May a case go from one status to the other? Nothing becomes NEW again, a closed case is only reopened (to IN_PROGRESS).
 * WAITING → WAITING is a change of whom the case waits for; asking for the same again is refused by the database.
 */
export const canMoveCase = (from: CaseStatus, to: CaseStatus): boolean => MOVES[from].includes(to);

/** The statuses a person can choose next, in the order of the life of a case. */
export const nextStatuses = (from: CaseStatus): readonly CaseStatus[] => MOVES[from];
