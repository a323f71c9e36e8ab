import { IsOptional, IsString, Length } from 'class-validator';
import { IsDay, OneLine } from '@lotse/shared/dto';

/** What is planned next in a case. */
export class NextStepDto {
  /** What happens next, in words. */
  @IsOptional()
  @IsString()
  @Length(1, 300)
  @OneLine()
  nextStep?: string;

  /** The day by which it happens (YYYY-MM-DD). */
  @IsOptional()
  @IsDay()
  nextStepOn?: string;
}
