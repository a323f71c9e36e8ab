import type { CaseSurveyState, SurveyExclusion } from './survey-state';

/** A single answer: for the lead of the organisation that closed the case, nobody else. */
export class SurveyAnswerDto {
  /** Grade for the service, 1 to 6. */
  serviceGrade!: number;
  /** Grade for the duration, 1 to 6. */
  durationGrade!: number | null;
  recommend!: boolean | null;
  comment!: string | null;
  /** The company asked to be called. */
  callBack!: boolean;
  /** When it was given or last replaced, UTC. */
  answeredAt!: string;
}

/** What is known of the survey after the latest closure of a case. */
export class CaseSurveyDto {
  state!: CaseSurveyState;
  /** Why the company was not asked; with NOT_ASKED only. */
  exclusion!: SurveyExclusion | null;
  /** Organisation that owned the case when it was closed: its lead reads the answer. */
  ownerOrganisationId!: string | null;
  ownerOrganisation!: string | null;
  /** When the survey was made, with the closure; UTC. */
  createdAt!: string | null;
  /** State of its mail: QUEUED, SENDING, SENT, FAILED, HELD, OBSOLETE. */
  mailState!: string | null;
  /** When the mail server took it, UTC. */
  sentAt!: string | null;
  /** Until when the link takes a first answer, UTC. */
  expiresAt!: string | null;
  answeredAt!: string | null;
  /** The company objected to further surveys. */
  hasObjected!: boolean;
  /** Whether this reader is one of those who may read the answer. */
  mayReadAnswer!: boolean;
  /** Null unless answered and readable for this person. */
  answer!: SurveyAnswerDto | null;
}
