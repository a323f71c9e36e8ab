import {
  ArrayMaxSize,
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
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import { HasWords, IsDay, ManyLines, NotBefore, PageQueryDto } from '@lotse/shared/dto';
import { GivenAgreementDto } from './agreement.dto';
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
import { OFFER_OUTCOMES, type OfferOutcome } from './outcome';

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
  @HasWords()
  @ManyLines()
  @MaxLength(1000)
  basisReason?: string;

  /** With CONSENT: the recorded agreement it rests on; 422 `agreement.doesNotCover` unless it names receiver and parts. */
  @IsOptional()
  @IsUUID()
  agreementId?: string;

  /** With CONSENT: an agreement to record with the offer. Without both, the contact person's spoken word of today is recorded. */
  @IsOptional()
  @ValidateNested()
  @Type(() => GivenAgreementDto)
  agreement?: GivenAgreementDto;

  /** Why the case is offered. */
  @IsIn(OFFER_REASONS)
  reasonCode!: OfferReason;

  /** What the receiver should know; the offer and its note are one. */
  @IsString()
  @HasWords()
  @ManyLines()
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

  /** Colleagues of the own organisation named in the note by @, by id. They are told, if they read the case. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentions?: string[];
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
  @ManyLines()
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
  @HasWords()
  @ManyLines()
  @MaxLength(HANDOVER_NOTE_MAX)
  note!: string;
}

/** A question to the other side, or the answer to one. */
export class AskHandoverDto {
  /** The question; both sides read it. It decides nothing and stops no clock. */
  @IsString()
  @HasWords()
  @ManyLines()
  @MaxLength(HANDOVER_NOTE_MAX)
  note!: string;

  /** Colleagues of the own organisation named in the note by @, by id. They are told, if they read the case. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentions?: string[];
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

  /** Only what came out so, whatever became of it later: `ACCEPTED` includes what was returned or has ended. */
  @IsOptional()
  @IsIn(OFFER_OUTCOMES)
  outcome?: OfferOutcome;

  /** Only what was declined for this reason. */
  @IsOptional()
  @IsIn(REFUSAL_REASONS)
  reasonCode?: RefusalReason;

  /** Only what was offered on this day or later, YYYY-MM-DD. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Only what was offered on this day or before, YYYY-MM-DD, not before `from` (else 400 `beforeStart`). */
  @IsOptional()
  @IsDay()
  @NotBefore('from')
  to?: string;

  /** `false`: without those of confidential cases, as figures count. */
  @IsOptional()
  @IsIn(['true', 'false'])
  confidential?: 'true' | 'false';
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
