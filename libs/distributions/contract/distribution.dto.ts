import { ApiProperty } from '@nestjs/swagger';
import {
  DISTRIBUTION_ACTIONS,
  DISTRIBUTION_ANSWERS,
  DISTRIBUTION_LOG_KINDS,
  DISTRIBUTION_OUTCOMES,
  DISTRIBUTION_STATES,
  EXPOSE_KINDS,
  type DistributionAction,
  type DistributionAnswer,
  type DistributionLogKind,
  type DistributionOutcome,
  type DistributionState,
  type ExposeKind,
} from './distribution';
import { NeedProfileDto } from './need-profile.dto';

/** The file that goes with an offer; its content is asked for by itself. */
export class ExposeDto {
  /** As its organisation named it. */
  name!: string;
  /** By its content. */
  @ApiProperty({ enum: EXPOSE_KINDS })
  kind!: ExposeKind;
  /** Bytes. */
  size!: number;
  /** ISO date and time. */
  uploadedAt!: string;
}

/** An answer, as its own organisation reads it, and the lead once it may. */
export class DistributionAnswerDto {
  id!: string;
  organisationId!: string;
  organisationName!: string;
  @ApiProperty({ enum: DISTRIBUTION_ANSWERS })
  answer!: DistributionAnswer;
  site!: string | null;
  /** Square metres. */
  areaSqm!: number | null;
  /** Euro per square metre: of the purchase, or of the rent per month. */
  pricePerSqm!: number | null;
  price!: string | null;
  /** ISO date. */
  availableFrom!: string | null;
  note!: string | null;
  /** 1 for the first answer; every replacement counts on. */
  revision!: number;
  /** With an offer, where there is one. */
  expose!: ExposeDto | null;
  answeredByName!: string;
  /** ISO date and time. */
  answeredAt!: string;
}

/** One line of the fairness log. */
export class DistributionLogDto {
  id!: string;
  @ApiProperty({ enum: DISTRIBUTION_LOG_KINDS })
  kind!: DistributionLogKind;
  /** Whose line it is; null: of the enquiry as a whole. */
  organisationId!: string | null;
  organisationName!: string | null;
  byName!: string;
  /** ISO date and time. */
  at!: string;
}

/** An organisation that was asked; only the lead is told who they are. */
export class DistributionReceiverDto {
  organisationId!: string;
  name!: string;
  @ApiProperty({ enum: DISTRIBUTION_OUTCOMES, nullable: true })
  outcome!: DistributionOutcome | null;
  /** Words for this organisation. */
  outcomeNote!: string | null;
}

/** How far an enquiry has come, for the lead. */
export class DistributionCountsDto {
  asked!: number;
  /** How many have opened it; null while it is sealed: a number that grows would tell the moment. */
  opened!: number | null;
  /** How many have answered; null while it is sealed. */
  answered!: number | null;
}

/** Time until the enquiry is due. */
export class AnswerTimeLeftDto {
  /** Working days after today through the due date, by the calendar of the Land in which it was sent; 0 on the last day. */
  workingDays!: number;
  /** The time to answer is over. */
  over!: boolean;
}

/** An enquiry as one of its sides sees it: the lead, an organisation asked, or both where a municipality asks itself too. */
export class DistributionDto {
  id!: string;
  @ApiProperty({ enum: DISTRIBUTION_STATES })
  state!: DistributionState;
  /** The own organisation leads the enquiry. */
  isLead!: boolean;
  /** The own organisation was asked. */
  isReceiver!: boolean;
  /** Lead only. */
  caseId!: string | null;
  /** Lead only. */
  fileNumber!: string | null;
  leadOrganisationId!: string;
  leadOrganisationName!: string;
  publicName!: string | null;
  profile!: NeedProfileDto;
  /** ISO date and time; the same moment for all. */
  sentAt!: string;
  /** Last day to answer (ISO date). */
  dueOn!: string;
  /** Moment from which no answer is taken (ISO date and time). */
  dueAt!: string;
  /** Only while it is running. */
  timeLeft!: AnswerTimeLeftDto | null;
  /** The lead may not read the answers yet. */
  sealed!: boolean;
  /** Why: not due yet; due, but the lead's own answer is missing; taken back before anybody might read; the lead took part itself and was given the case afterwards. */
  @ApiProperty({ enum: ['UNTIL_DUE', 'OWN_ANSWER_FIRST', 'WITHDRAWN', 'TOOK_PART'], nullable: true })
  sealedBecause!: 'UNTIL_DUE' | 'OWN_ANSWER_FIRST' | 'WITHDRAWN' | 'TOOK_PART' | null;
  /** Lead only. */
  counts!: DistributionCountsDto | null;
  /** Lead only; by name. */
  receivers!: DistributionReceiverDto[] | null;
  /** Lead only, and only when not sealed: the valid answer of each organisation, by its name. */
  answers!: DistributionAnswerDto[] | null;
  /** The own organisation's valid answer. */
  ownAnswer!: DistributionAnswerDto | null;
  /** What became of the own organisation's offer. */
  @ApiProperty({ enum: DISTRIBUTION_OUTCOMES, nullable: true })
  ownOutcome!: DistributionOutcome | null;
  /** Words of the lead to the own organisation. */
  ownOutcomeNote!: string | null;
  /** ISO date and time at which it was decided or taken back. */
  endedAt!: string | null;
  endedByName!: string | null;
  /** Words with which it was taken back. */
  withdrawNote!: string | null;
  /** Lead only: whose offer was taken. */
  chosenOrganisationId!: string | null;
  /** Lead only: why. */
  decisionNote!: string | null;
  /** The reader's part of the fairness log, oldest first: the lead's is the whole one, once nothing is sealed. */
  log!: DistributionLogDto[];
  /** What the person may do now. */
  @ApiProperty({ enum: DISTRIBUTION_ACTIONS, isArray: true })
  actions!: DistributionAction[];
}

export class DistributionPageDto {
  items!: DistributionDto[];
  total!: number;
}
