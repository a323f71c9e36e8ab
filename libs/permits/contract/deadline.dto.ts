import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  DAY_REASONS,
  FEDERAL_STATES,
  PERIOD_UNITS,
  type DayReason,
  type FederalState,
  type Holiday,
  type PeriodUnit,
} from '@lotse/shared/contract';
import { IsDay } from '@lotse/shared/dto';

const LANGUAGES = ['de', 'en'] as const;

/** A period to be counted by §§ 187, 188, 193 BGB, § 31 VwVfG. */
export class DeadlineQueryDto {
  /** Day of the event, YYYY-MM-DD; it is not counted. */
  @IsDay()
  from!: string;

  /** How many units, 1 to 1,000. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1000)
  amount!: number;

  /** WORKING_DAY: Monday to Friday; WEEKDAY_MON_SAT: Werktag. Holidays count in neither. Calendar days and months roll over at their end. */
  @IsIn(PERIOD_UNITS)
  unit!: PeriodUnit;

  /** Land whose holidays hold; that of the own region when left out. */
  @IsOptional()
  @IsIn(FEDERAL_STATES)
  state?: FederalState;

  /** With the days the own region declared and the own organisation is closed. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  own?: boolean;

  /** Language of the names of holidays; German when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: 'de' | 'en';
}

/** One day of the period. */
export class DeadlineDayDto {
  /** YYYY-MM-DD */
  date!: string;
  counted!: boolean;

  @ApiProperty({ enum: DAY_REASONS })
  reason!: DayReason;

  /** Key of the holiday, for HOLIDAY. */
  holiday!: Holiday | null;
  /** Name of the holiday or of what was entered. */
  name!: string | null;
  /** Which day of the period it is, from 1; of counted days alone. */
  number!: number | null;
}

/** Without guarantee: a calculation, no legal advice. */
export class DeadlineDto {
  /** Last day, YYYY-MM-DD. */
  dueOn!: string;
  /** Every day from the event to the last, with its reason. Left out for more than 2,000 days. */
  days?: DeadlineDayDto[];
}

export class HolidayQueryDto {
  /** Land whose holidays are asked for; that of the own region when left out. */
  @IsOptional()
  @IsIn(FEDERAL_STATES)
  state?: FederalState;

  /** 1995 to 2199; the running year when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1995)
  @Max(2199)
  year?: number;

  /** Language of the names; German when left out. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: 'de' | 'en';
}

export class HolidayDto {
  /** YYYY-MM-DD */
  date!: string;
  name!: string;
}

/** Public holidays of a whole Land by its law, earliest first; days declared on top are not among them. */
export class HolidayListDto {
  items!: HolidayDto[];
  total!: number;
}
