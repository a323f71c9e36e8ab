import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { HasWords, IsDay, ManyLines, OneLine } from '@lotse/shared/dto';
import {
  DECISION_OUTCOMES,
  DEFERRAL_GROUNDS,
  PERMIT_EVENT_KINDS,
  type DecisionOutcome,
  type DeferralGround,
  type PermitEventKind,
} from './permit-event';

/** Something that happened in a procedure. Events are never changed: a correction is a new one that names the one it `supersedes`. */
export class AddPermitEventDto {
  @IsIn(PERMIT_EVENT_KINDS)
  kind!: PermitEventKind;

  /** The day it happened, YYYY-MM-DD; may lie in the past, and up to 31 days ahead where a letter names the day. */
  @IsDay()
  on!: string;

  /** Names of documents, one to forty: needed for the events about documents, refused elsewhere (`contradiction`). */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  items?: string[];

  /** Why documents were rejected (needed there, `required`) or are not needed. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  @OneLine()
  reason?: string;

  /** COMPLETENESS_CONFIRMED: since when the application is complete, by the letter of the authority; without it the ledger says. */
  @IsOptional()
  @IsDay()
  completeSince?: string;

  /** DEFERRED: its ground. BAUGB_15_3 makes the period for consent begin anew; with any other, or none, a person is asked. */
  @IsOptional()
  @IsIn(DEFERRAL_GROUNDS)
  ground?: DeferralGround;

  /** DEFERRED: its last day, if one was set. */
  @IsOptional()
  @IsDay()
  until?: string;

  /** EXTENDED: months added, 1 or 2; 2 when left out (§ 65 (2) HBO). */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2)
  months?: number;

  /** DECIDED: how; left out while only the day is known. DEEMED is recorded by people, never by the program. */
  @IsOptional()
  @IsIn(DECISION_OUTCOMES)
  outcome?: DecisionOutcome;

  /** REFERRED_TO_AGENCY, AGENCY_ANSWERED: which agency. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @OneLine()
  agency?: string;

  /** In the officer's words; nothing is computed from it. */
  @IsOptional()
  @IsString()
  @HasWords()
  @Length(1, 2000)
  @ManyLines()
  note?: string;

  /** Id of the event this one corrects; needed for RETRACTED. An event is corrected once; afterwards its correction is. */
  @IsOptional()
  @IsUUID()
  supersedes?: string;
}

/** An event as it is kept. */
export class PermitEventDto {
  id!: string;

  @ApiProperty({ enum: PERMIT_EVENT_KINDS })
  kind!: PermitEventKind;

  /** The day it happened, YYYY-MM-DD. */
  on!: string;

  items!: string[] | null;
  reason!: string | null;
  completeSince!: string | null;

  @ApiProperty({ enum: DEFERRAL_GROUNDS, nullable: true })
  ground!: DeferralGround | null;

  until!: string | null;
  months!: number | null;

  @ApiProperty({ enum: DECISION_OUTCOMES, nullable: true })
  outcome!: DecisionOutcome | null;

  agency!: string | null;
  note!: string | null;
  /** Id of the event it corrects. */
  supersedes!: string | null;
  /** Whether it holds: nobody corrected it or took it back. */
  holds!: boolean;
  /** Whether it came with the authority's milestones. */
  isImported!: boolean;
  /** ISO instant it was recorded. */
  recordedAt!: string;
  byName!: string;
  byOrganisationId!: string | null;
}
