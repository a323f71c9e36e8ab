import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsDay, PageQueryDto } from '@lotse/shared/dto';
import { CASE_OWNERSHIPS, CASE_SEARCH_MAX, CASE_SORTS, type CaseOwnership, type CaseSort } from './case-list';
import { CASE_STATUSES, type CaseStatus, WAITING_FOR, type WaitingFor } from './case-status';
import { CASE_TYPES, type CaseType } from './case-type';

const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** Filters of the list of cases; all of them hold at once. */
export class CaseListQueryDto extends PageQueryDto {
  /** One status, or OPEN for everything that is not closed. */
  @IsOptional()
  @IsIn([...CASE_STATUSES, 'OPEN'])
  status?: CaseStatus | 'OPEN';

  @IsOptional()
  @IsIn(CASE_TYPES)
  type?: CaseType;

  /** `me`, `none`, or the id of a person. */
  @IsOptional()
  @Matches(/^(me|none|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i)
  officerId?: string;

  /** Next step due on this day or before (YYYY-MM-DD). */
  @IsOptional()
  @IsDay()
  dueUntil?: string;

  @IsOptional()
  @IsIn(WAITING_FOR)
  waitingFor?: WaitingFor;

  @IsOptional()
  @IsUUID()
  companyId?: string;

  /** Official key (AGS) of the municipality of an establishment of the company. */
  @IsOptional()
  @Matches(/^\d{8}$/)
  municipality?: string;

  /** Part of the file number, the title, the project name or the company's name. */
  @IsOptional()
  @IsString()
  @Length(1, CASE_SEARCH_MAX)
  q?: string;

  /** Only open cases for which nothing is planned. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  withoutNextStep?: boolean;

  /** mine: I am the officer. organisation: ours. shared: others share it with us. */
  @IsOptional()
  @IsIn(CASE_OWNERSHIPS)
  ownership?: CaseOwnership;

  /** Without it by date of the next step, cases without one last. */
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort?: CaseSort;
}

/** Which quarters to count; both days are widened to whole quarters. Without them: the running quarter and the four before it. */
export class ConfidentialCountQueryDto {
  /** YYYY-MM-DD */
  @IsOptional()
  @IsDay()
  from?: string;

  /** YYYY-MM-DD */
  @IsOptional()
  @IsDay()
  to?: string;
}
