import { IsIn, IsInt, IsString, Length, Max, Min } from 'class-validator';
import { OneLine } from '@lotse/shared/dto';
import { JOB_ATTRIBUTIONS, JOB_COUNT_LIMITS, JOB_EFFECTS, type JobAttribution, type JobEffectKind } from './job-effect';

/** Jobs a case has to do with. */
export class CreateJobEffectDto {
  @IsIn(JOB_EFFECTS)
  effect!: JobEffectKind;

  /** How far it is the work of the service; the three classes are never summed. */
  @IsIn(JOB_ATTRIBUTIONS)
  attribution!: JobAttribution;

  /** Heads. */
  @IsInt()
  @Min(JOB_COUNT_LIMITS.min)
  @Max(JOB_COUNT_LIMITS.max)
  count!: number;

  /** Who says so, and where: "Auskunft der Geschäftsführung, 12.11.2026". */
  @IsString()
  @Length(2, 300)
  @OneLine()
  source!: string;
}

export class JobEffectDto {
  id!: string;
  caseId!: string;
  effect!: JobEffectKind;
  attribution!: JobAttribution;
  /** Heads. */
  count!: number;
  source!: string;
  /** ISO instant */
  recordedAt!: string;
}

/** Heads of one class of attribution. */
export class JobTotalDto {
  attribution!: JobAttribution;
  created!: number;
  secured!: number;
  lost!: number;
}

export class JobEffectPageDto {
  items!: JobEffectDto[];
  total!: number;
  /** One line per class, always all three; there is no sum over the classes. */
  totals!: JobTotalDto[];
}
