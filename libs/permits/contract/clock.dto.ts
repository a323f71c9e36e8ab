import { ApiProperty } from '@nestjs/swagger';
import { PERIOD_UNITS, type PeriodUnit } from '@lotse/shared/contract';
import { CLOCK_QUESTIONS, CLOCK_STATES, type ClockQuestion, type ClockState } from './clock-state';
import { CLOCK_EFFECTS, CLOCK_KEYS, CLOCK_STARTS, type ClockEffect, type ClockKey, type ClockStart } from './clock-policy';
import { DOCUMENT_STATES, type DocumentState } from './document-state';

/** One count of one procedure, computed from its events on the day it is asked for: without guarantee ("rechnerisch, ohne Gewähr"). */
export class ClockDto {
  /** GOAL_35: working days net of rests; GROSS: calendar days from receipt; HBO_65: § 65 HBO; BAUGB_36: consent by § 36 BauGB. */
  @ApiProperty({ enum: CLOCK_KEYS })
  policy!: ClockKey;

  /** Version of the policy. */
  version!: number;

  /** YYYY-MM-DD from which this version holds. */
  validFrom!: string;

  /** Norm or document the count rests on. */
  source!: string;

  /** What the count starts with. */
  @ApiProperty({ enum: CLOCK_STARTS })
  start!: ClockStart;

  @ApiProperty({ enum: PERIOD_UNITS })
  unit!: PeriodUnit;

  /** In the unit, with any extension; null for a count without a goal. */
  @ApiProperty({ type: Number, nullable: true })
  target!: number | null;

  /** Units that have passed, rests left out; of months the whole ones. Null before it starts and while nobody knows when a deferral ends. */
  @ApiProperty({ type: Number, nullable: true })
  elapsed!: number | null;

  /** Units left; negative when overdue, null without a goal. */
  @ApiProperty({ type: Number, nullable: true })
  remaining!: number | null;

  /** Units that rested because documents were owed. */
  paused!: number;

  /** YYYY-MM-DD of the event; that day is not counted (§ 187 (1) BGB). */
  @ApiProperty({ type: String, nullable: true })
  startedOn!: string | null;

  /** YYYY-MM-DD */
  @ApiProperty({ type: String, nullable: true })
  stoppedOn!: string | null;

  /** Last day, YYYY-MM-DD; null while nobody can say. */
  @ApiProperty({ type: String, nullable: true })
  dueOn!: string | null;

  /** For a resting count: its last day if everything owed arrived today. */
  @ApiProperty({ type: String, nullable: true })
  earliestDueOn!: string | null;

  /** Calendar days to the last one; negative when it is over. Null when stopped or unknown. */
  @ApiProperty({ type: Number, nullable: true })
  daysLeft!: number | null;

  /** Months by which the authority extended it. */
  extendedBy!: number;

  /** PAUSED: documents are owed. DEFERRED: it begins anew when the deferral ends. ASK: a person has to say. MET, MISSED: stopped in time or not. */
  @ApiProperty({ enum: CLOCK_STATES })
  state!: ClockState;

  /** What the law says of an end without a decision. */
  @ApiProperty({ enum: CLOCK_EFFECTS })
  effect!: ClockEffect;

  /** From this day on that effect is possible by calculation; the program records none. */
  @ApiProperty({ type: String, nullable: true })
  effectFrom!: string | null;

  /** DEFERRAL: what does the deferral mean? OUTER_AREA: does the fiction apply there at all? */
  @ApiProperty({ enum: CLOCK_QUESTIONS, isArray: true })
  asks!: ClockQuestion[];
}

/** Where one document stands. */
export class LedgerItemDto {
  name!: string;

  /** EXPECTED: usually needed, nobody asked for it yet; it moves nothing. */
  @ApiProperty({ enum: DOCUMENT_STATES })
  state!: DocumentState;

  /** Day it was first asked for, YYYY-MM-DD. */
  requestedOn!: string | null;

  /** Day it arrived last. */
  receivedOn!: string | null;

  /** Day it was rejected, while it is. */
  rejectedOn!: string | null;

  /** Why it was rejected or is not needed. */
  reason!: string | null;
}

/** A span in which documents were owed: from the day after `after` through `through`. */
export class PauseDto {
  /** YYYY-MM-DD */
  after!: string;
  /** YYYY-MM-DD; left out while something is owed still. */
  through?: string;
}

/** The completeness ledger: what the events about documents add up to, and the only cause of rests. */
export class LedgerDto {
  items!: LedgerItemDto[];
  /** Names of what is owed now. */
  owed!: string[];
  /** Day the complete application was received; null until the authority has confirmed it. */
  completeSince!: string | null;
  /** Day of the first confirmation. */
  confirmedOn!: string | null;
  /** Whether it was complete as filed; null until confirmed. */
  completeAtFiling!: boolean | null;
  /** As they are; days in more than one count once. */
  pauses!: PauseDto[];
}
