import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { CASE_SECTIONS, type CaseSection, type CaseType } from '@lotse/cases/contract';
import { PageQueryDto } from '@lotse/shared/dto';
import type { HandoverAction, HandoverSide } from './decide';
import {
  HANDOVER_BASES,
  HANDOVER_BOXES,
  HANDOVER_KINDS,
  HANDOVER_NOTE_MAX,
  HANDOVER_STATES,
  OFFER_REASONS,
  REFUSAL_REASONS,
  SHARE_PRESETS,
  type HandoverBasis,
  type HandoverBox,
  type HandoverKind,
  type HandoverState,
  type OfferReason,
  type RefusalReason,
  type SharePreset,
} from './handover';

/** At least one character that is not blank. */
const WORDS = /\S/;

/** An offer to another organisation, as the officer of the owner makes it. */
export class OfferHandoverDto {
  /** Who is to take over, to advise or to work along; any region. */
  @IsUUID()
  toOrganisationId!: string;

  /** TRANSFER moves the case when it is accepted; CONSULT and CO_WORK leave the owner. */
  @IsIn(HANDOVER_KINDS)
  kind!: HandoverKind;

  /** On what the sharing rests; TASK (§ 3 HDSIG, Art. 6 (1) e DSGVO) unless said otherwise. */
  @IsOptional()
  @IsIn(HANDOVER_BASES)
  basis?: HandoverBasis;

  /** Who agreed and when (CONSENT), or why the rule is set aside (OVERRIDE: required and audited). */
  @ValidateIf((offer: OfferHandoverDto) => offer.basis === 'OVERRIDE' || (offer.basisReason !== undefined && offer.basisReason !== null))
  @IsString()
  @Matches(WORDS)
  @MaxLength(1000)
  basisReason?: string;

  /** Why the case is offered. */
  @IsIn(OFFER_REASONS)
  reasonCode!: OfferReason;

  /** What the receiver should know; the offer and its note are one. */
  @IsString()
  @Matches(WORDS)
  @MaxLength(HANDOVER_NOTE_MAX)
  note!: string;

  /** What goes along, part by part; MASTER always does. Wins over `preset`. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CASE_SECTIONS, { each: true })
  sections?: CaseSection[];

  /** ECKDATEN or ALLES_NOETIGE; without it and without `sections` the kind decides. */
  @IsOptional()
  @IsIn(SHARE_PRESETS)
  preset?: SharePreset;
}

/** What accompanies accepting, withdrawing or ending. */
export class DecideHandoverDto {
  /** Not needed here; taken by programs that send the same body everywhere. */
  @IsOptional()
  @IsIn(REFUSAL_REASONS)
  reasonCode?: RefusalReason;

  /** Words to the other side. */
  @IsOptional()
  @IsString()
  @MaxLength(HANDOVER_NOTE_MAX)
  note?: string;
}

/** What declining and returning need: a reason code and words. */
export class RefuseHandoverDto {
  /** Why not. */
  @IsNotEmpty()
  @IsIn(REFUSAL_REASONS)
  reasonCode!: RefusalReason;

  /** Why not, in words the sender can act on. */
  @IsString()
  @Matches(WORDS)
  @MaxLength(HANDOVER_NOTE_MAX)
  note!: string;
}

/** A question to the other side, or the answer to one. */
export class AskHandoverDto {
  /** The question; both sides read it. It decides nothing and stops no clock. */
  @IsString()
  @Matches(WORDS)
  @MaxLength(HANDOVER_NOTE_MAX)
  note!: string;
}

/** Filters of the list of handovers. */
export class HandoverListQueryDto extends PageQueryDto {
  /** `in`: what the own organisation received, `out`: what it sent; both without it. */
  @IsOptional()
  @IsIn(HANDOVER_BOXES)
  box?: HandoverBox;

  /** Only handovers in this state. */
  @IsOptional()
  @IsIn(HANDOVER_STATES)
  state?: HandoverState;

  /** Only handovers of this kind. */
  @IsOptional()
  @IsIn(HANDOVER_KINDS)
  kind?: HandoverKind;
}

/** What the preview should assume. */
export class HandoverPreviewQueryDto {
  /** The choice of what goes along; without it the kind decides. */
  @IsOptional()
  @IsIn(SHARE_PRESETS)
  preset?: SharePreset;

  /** Single parts, separated by commas; wins over `preset`. */
  @IsOptional()
  @Matches(new RegExp(`^(${CASE_SECTIONS.join('|')})(,(${CASE_SECTIONS.join('|')}))*$`))
  sections?: string;

  /** TRANSFER without it. */
  @IsOptional()
  @IsIn(HANDOVER_KINDS)
  kind?: HandoverKind;

  /** TASK without it. */
  @IsOptional()
  @IsIn(HANDOVER_BASES)
  basis?: HandoverBasis;

  /** The receiver, whose calendar the due date follows; the own region's without it. */
  @IsOptional()
  @IsUUID()
  toOrganisationId?: string;
}

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

/** A handover as one of its two sides sees it. */
export class HandoverDto {
  id!: string;
  kind!: HandoverKind;
  state!: HandoverState;
  caseId!: string;
  /** Snapshot: stays as a line of history even where the case is closed to the reader. */
  fileNumber!: string;
  caseType!: CaseType;
  confidential!: boolean;
  /** Title of the case; null where the reader may not read the case. */
  caseTitle!: string | null;
  /** Company of the case, a confidential one by its project name; null where the reader may not read the case. */
  companyName!: string | null;
  /** How the reader reads the case now; null: not at all. */
  caseAccess!: 'FULL' | 'SHARED' | 'STUB' | null;
  /** Which side the own organisation is. */
  side!: HandoverSide;
  fromOrganisationId!: string;
  fromOrganisationName!: string;
  toOrganisationId!: string;
  toOrganisationName!: string;
  basis!: HandoverBasis;
  /** Words about the basis; null where the reader may not read the words of the offer. */
  basisReason!: string | null;
  reasonCode!: OfferReason | RefusalReason;
  /** Words of the offer; null for a receiver that keeps only the line, and before acceptance where the region wants consent. */
  note!: string | null;
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
  decisionReasonCode!: RefusalReason | null;
  /** Words with the decision. */
  decisionNote!: string | null;
  /** ISO date and time at which a share ended or a transfer was returned. */
  endedAt!: string | null;
  endedByName!: string | null;
  /** Questions and answers, oldest first. */
  messages!: HandoverMessageDto[];
  /** What the person may do now. */
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
  /** The section, or what stays with the sender whatever is chosen. */
  part!: CaseSection | 'COMPANY_INTERACTIONS' | 'OTHER_CONTACTS' | 'OTHER_OFFERS';
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
}
