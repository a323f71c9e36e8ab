/**
 * NOT_STARTED; RUNNING; PAUSED: it rests, documents are owed; DEFERRED: it begins anew when the deferral ends; ASK: a person has to say
 * what the deferral means; OVERDUE: its last day is over; MET and MISSED: stopped in time or not; STOPPED: over without a judgement.
 */
export const CLOCK_STATES = ['NOT_STARTED', 'RUNNING', 'PAUSED', 'DEFERRED', 'ASK', 'OVERDUE', 'MET', 'MISSED', 'STOPPED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What a person has to answer, since the program does not. */
export const CLOCK_QUESTIONS = ['DEFERRAL', 'OUTER_AREA'] as const;
export type ClockQuestion = (typeof CLOCK_QUESTIONS)[number];
