import { ApiProperty } from '@nestjs/swagger';
import { NamedColleagueDto } from '@lotse/companies/dto';
import { CASE_SECTIONS, CASE_TYPES, type CaseSection, type CaseType } from '@lotse/cases/contract';
import { HANDOVER_ACTIONS, HANDOVER_SIDES, type HandoverAction, type HandoverSide } from './decide';
import {
  HANDOVER_BASES,
  HANDOVER_KINDS,
  HANDOVER_STATES,
  OFFER_REASONS,
  REFUSAL_REASONS,
  type HandoverBasis,
  type HandoverKind,
  type HandoverState,
  type OfferReason,
  type RefusalReason,
  type SharePreset,
} from './handover';
import { PreviewContentDto } from './preview-content.dto';

/** Time until an open offer expires. */
export class TimeLeftDto {
  /** Working days after today through the due date, by the calendar of the receiver's Land; 0 on the last day. */
  workingDays!: number;
  /** The due time has passed; the offer can no longer be decided. */
  over!: boolean;
}

/** A question or answer beside an offer. */
export class HandoverMessageDto {
  id!: string;
  text!: string;
  byName!: string;
  byOrganisationId!: string;
  /** ISO date and time. */
  recordedAt!: string;
}

/** Who of the receiving organisation looks after an open offer. */
export class HandoverClaimDto {
  userId!: string;
  name!: string;
}

/** A handover as one of its two sides sees it. */
export class HandoverDto {
  id!: string;
  /** In the answer to words that named colleagues: those who do not read the case, for its owner to let in. */
  withoutAccess?: NamedColleagueDto[];
  @ApiProperty({ enum: HANDOVER_KINDS })
  kind!: HandoverKind;
  @ApiProperty({ enum: HANDOVER_STATES })
  state!: HandoverState;
  caseId!: string;
  /** Snapshot: stays as a line of history even where the case is closed to the reader. */
  fileNumber!: string;
  @ApiProperty({ enum: CASE_TYPES })
  caseType!: CaseType;
  confidential!: boolean;
  /** Title of the case; null where the reader may not read the case. */
  caseTitle!: string | null;
  /** Company of the case, a confidential one by its project name; null where the reader may not read the case. */
  companyName!: string | null;
  /** How the reader reads the case now; null: not at all. */
  caseAccess!: 'FULL' | 'SHARED' | 'STUB' | null;
  /** Which side the own organisation is. */
  @ApiProperty({ enum: HANDOVER_SIDES })
  side!: HandoverSide;
  fromOrganisationId!: string;
  fromOrganisationName!: string;
  toOrganisationId!: string;
  toOrganisationName!: string;
  @ApiProperty({ enum: HANDOVER_BASES })
  basis!: HandoverBasis;
  /** The recorded agreement it rests on; for the sender's side only. */
  agreementId!: string | null;
  /** Words about the basis; null where the reader may not read the words of the offer. */
  basisReason!: string | null;
  @ApiProperty({ enum: [...OFFER_REASONS, ...REFUSAL_REASONS.filter((reason) => reason !== 'OTHER')] })
  reasonCode!: OfferReason | RefusalReason;
  /** Words of the offer; null for a receiver that keeps only the line, and before acceptance where the region wants consent. */
  note!: string | null;
  @ApiProperty({ enum: CASE_SECTIONS, isArray: true })
  sections!: CaseSection[];
  /** Until acceptance the receiver sees the stub only (the region wants the company's agreement). */
  stubOnly!: boolean;
  /** The transfer this offer would return. */
  returnOf!: string | null;
  /** Last day to decide (ISO date). */
  dueOn!: string;
  /** Moment from which the offer has expired (ISO date and time). */
  dueAt!: string;
  /** Only for an open offer. */
  timeLeft!: TimeLeftDto | null;
  offeredByName!: string;
  /** ISO date and time. */
  offeredAt!: string;
  decidedByName!: string | null;
  /** ISO date and time. */
  decidedAt!: string | null;
  @ApiProperty({ enum: REFUSAL_REASONS, nullable: true })
  decisionReasonCode!: RefusalReason | null;
  /** Words with the decision. */
  decisionNote!: string | null;
  /** ISO date and time at which a share ended or a transfer was returned. */
  endedAt!: string | null;
  endedByName!: string | null;
  /** Questions and answers, oldest first. */
  messages!: HandoverMessageDto[];
  /** Who looks after an open offer; for people of the receiving organisation only, null for the sender. */
  claim!: HandoverClaimDto | null;
  /** What the person may do now. */
  @ApiProperty({ enum: HANDOVER_ACTIONS, isArray: true })
  actions!: HandoverAction[];
  /** Whether a question can be asked now. */
  mayAsk!: boolean;
}

export class HandoverPageDto {
  items!: HandoverDto[];
  total!: number;
}

/** One part of the case in the preview of an offer. */
export class PreviewItemDto {
  /** The section; documents that travel with any part; or what stays with the sender whatever is chosen. */
  part!: CaseSection | 'REGION_DOCUMENTS' | 'OWN_DOCUMENTS' | 'COMPANY_INTERACTIONS' | 'OTHER_CONTACTS' | 'OTHER_OFFERS';
  /** When the receiver reads it: with the OFFER, on ACCEPTANCE, or NEVER. */
  seen!: 'OFFER' | 'ACCEPTANCE' | 'NEVER';
  /** How many entries it has now; null where counting says nothing. */
  count!: number | null;
  /** What the receiver would read first: the title, the contact person's name. */
  sample!: string | null;
}

/** What an offer would show to the receiver, and when it would be due. */
export class HandoverPreviewDto {
  kind!: HandoverKind;
  preset!: SharePreset | null;
  /** The sections that go along, MASTER included. */
  sections!: CaseSection[];
  /** The region wants the company's agreement: on the basis TASK the receiver sees only the stub until it accepts. */
  stubOnly!: boolean;
  /** Last day to decide, were it offered now (ISO date). */
  dueOn!: string;
  /** Moment at which the offer would expire (ISO date and time). */
  dueAt!: string;
  items!: PreviewItemDto[];
  /** What the receiver would read of the parts that go along. */
  content!: PreviewContentDto;
}
