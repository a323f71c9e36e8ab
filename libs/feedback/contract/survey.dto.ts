import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ManyLines } from '@lotse/shared/dto';
import { FormBoolean, FormNumber, FormText } from './form-value';
import { SURVEY_COMMENT_LENGTH, type SurveyLinkState } from './survey-state';

/** What the holder of a link may see before answering. */
export class SurveyDto {
  /** OPEN takes an answer; ANSWERED takes another one, which replaces the first, within 14 days of it. */
  state!: SurveyLinkState;
  /** Organisation that closed the case. */
  organisation!: string;
  /** Null where the case is confidential: a forwarded link must not tell who it was about. */
  company!: string | null;
  fileNumber!: string;
  /** Type of the case: EXPANSION, RELOCATION, … */
  caseType!: string;
  /** Day the case was closed, YYYY-MM-DD. */
  closedOn!: string;
  /** Language the company is written to: `de` or `en`. */
  language!: string;
  /** Until when the link takes a first answer, UTC. */
  expiresAt!: string;
}

/** The answer of a company; grades are German school grades, 1 (very good) to 6 (very poor). */
export class AnswerSurveyDto {
  /** Grade for the service. */
  @FormNumber()
  @IsInt()
  @Min(1)
  @Max(6)
  serviceGrade!: number;

  /** Grade for how long it took, asked apart: kind help can be slow. */
  @IsOptional()
  @FormNumber()
  @IsInt()
  @Min(1)
  @Max(6)
  durationGrade?: number;

  /** Would the company recommend the service? */
  @IsOptional()
  @FormBoolean()
  @IsBoolean()
  recommend?: boolean;

  /** In the company's own words. */
  @IsOptional()
  @FormText()
  @IsString()
  @MaxLength(SURVEY_COMMENT_LENGTH)
  @ManyLines()
  comment?: string;

  /** "Please call me back". */
  @IsOptional()
  @FormBoolean()
  @IsBoolean()
  callBack?: boolean;
}

/** What became of an answer. */
export class SurveyAnsweredDto {
  /** ANSWERED: the first answer. REPLACED: it took the place of the one before. */
  state!: 'ANSWERED' | 'REPLACED';
}
