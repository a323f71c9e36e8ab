import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { PERIOD_UNITS, type PeriodUnit } from '@lotse/shared/contract';
import { IsDay, NotBefore, OneLine } from '@lotse/shared/dto';
import { CALENDAR_ENTRY_KINDS, type CalendarEntryKind } from './calendar-entry';
import {
  CLOCK_EFFECTS,
  CLOCK_GAPS,
  CLOCK_KEYS,
  CLOCK_STARTS,
  type ClockEffect,
  type ClockGap,
  type ClockKey,
  type ClockStart,
} from './clock-policy';

/** Days on top of the holidays of the law. */
export class SaveCalendarEntryDto {
  /** HOLIDAY: a declared public holiday, moves every period. CLOSURE: the office is closed, moves service goals, never statutory periods. */
  @IsIn(CALENDAR_ENTRY_KINDS)
  kind!: CalendarEntryKind;

  @IsString()
  @Length(2, 120)
  @OneLine()
  name!: string;

  /** First day, YYYY-MM-DD. */
  @IsDay()
  startsOn!: string;

  /** Last day, at most 61 days later; the first when left out. */
  @IsOptional()
  @IsDay()
  @NotBefore('startsOn')
  endsOn?: string;

  /** Every year on these days, from that year on. */
  @IsOptional()
  @IsBoolean()
  isYearly?: boolean;

  /** Last year of a yearly entry. */
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2069)
  untilYear?: number | null;

  /** For the whole region instead of the own organisation: kept by its intake organisation. Does not change later. */
  @IsOptional()
  @IsBoolean()
  forRegion?: boolean;
}

/** What would shift if an entry were made, changed (`id`) or taken out (`id` and `remove`). Nothing is stored. */
export class PreviewCalendarEntryDto extends SaveCalendarEntryDto {
  /** The entry it would replace. */
  @IsOptional()
  @IsUUID()
  id?: string;

  /** The entry would be taken out. */
  @IsOptional()
  @IsBoolean()
  remove?: boolean;
}

export class CalendarEntryDto {
  id!: string;

  @ApiProperty({ enum: CALENDAR_ENTRY_KINDS })
  kind!: CalendarEntryKind;

  name!: string;
  startsOn!: string;
  endsOn!: string;
  isYearly!: boolean;

  @ApiProperty({ type: Number, nullable: true })
  untilYear!: number | null;

  /** Null for the whole region. */
  organisationId!: string | null;
  organisationName!: string | null;
  /** Whether the person may change it. */
  mayChange!: boolean;
  /** For If-Match; also the ETag. */
  version!: number;
}

export class CalendarEntryPageDto {
  items!: CalendarEntryDto[];
  total!: number;
  /** Whether the person may make entries for the whole region. */
  keepsRegion!: boolean;
}

/** How far the last days of one count would move. */
export class ClockShiftDto {
  @ApiProperty({ enum: CLOCK_KEYS })
  policy!: ClockKey;
  /** Running procedures with a last day of this count. */
  running!: number;
  /** Those whose last day would move. */
  shifted!: number;
  /** Those that would become overdue. */
  newlyOverdue!: number;
  /** Most calendar days a last day would move to later; 0 when none. */
  latest!: number;
  /** Most calendar days one would move to earlier; 0 when none. */
  earliest!: number;
}

/** One procedure whose last day would move, for people who read it. */
export class ShiftedProcedureDto {
  procedureId!: string;
  caseFileNumber!: string;
  companyName!: string;
  @ApiProperty({ enum: CLOCK_KEYS })
  policy!: ClockKey;
  /** Last day now; null while nobody can say. */
  dueOn!: string | null;
  /** Last day afterwards. */
  newDueOn!: string | null;
}

/** What a change would shift. Confidential cases are in no figure. */
export class ShiftPreviewDto {
  clocks!: ClockShiftDto[];
  /** Those the person reads; at most 200. */
  items!: ShiftedProcedureDto[];
}

/** One more version of a count, for periods that begin on `validFrom` or later. */
export class ClockPolicyChangeDto {
  @IsIn(CLOCK_KEYS)
  key!: ClockKey;

  /** In the unit of the count. */
  @IsInt()
  @Min(1)
  @Max(1000)
  target!: number;

  /** YYYY-MM-DD */
  @IsDay()
  validFrom!: string;

  /** Resolution, norm or document it rests on. */
  @IsString()
  @Length(2, 300)
  @OneLine()
  source!: string;
}

export class ClockPolicyVersionDto {
  version!: number;
  @ApiProperty({ type: Number, nullable: true })
  target!: number | null;
  validFrom!: string;
  source!: string;
  /** ISO instant; null for the version that was shipped. */
  activatedAt!: string | null;
  activatedByName!: string | null;
}

/** A count with its definition and all its versions. */
export class ClockPolicyDto {
  @ApiProperty({ enum: CLOCK_KEYS })
  key!: ClockKey;
  @ApiProperty({ enum: CLOCK_STARTS })
  start!: ClockStart;
  /** Kinds of events that stop it. */
  stops!: string[];
  @ApiProperty({ enum: PERIOD_UNITS })
  unit!: PeriodUnit;
  @ApiProperty({ enum: CLOCK_GAPS })
  gap!: ClockGap;
  @ApiProperty({ enum: CLOCK_EFFECTS })
  effect!: ClockEffect;
  /** Most months it can be extended by. */
  extendableBy!: number;
  /** Statutory periods do not know local closures. */
  isStatutory!: boolean;
  /** Types of procedure it is for; all when empty. */
  types!: string[];
  /** Version that holds for periods beginning today. */
  current!: number;
  /** Earliest first. */
  versions!: ClockPolicyVersionDto[];
}

export class ClockPolicyListDto {
  items!: ClockPolicyDto[];
  total!: number;
  /** Whether the person may activate versions. */
  mayChange!: boolean;
}
