import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { IsDay, OneLine, PageQueryDto } from '@lotse/shared/dto';
import type { Dueness } from './dueness';
import { FOLLOW_UP_STATES, type FollowUpKind, type FollowUpState } from './follow-up';

/** Something to do for a case by a day (Wiedervorlage). */
export class CreateFollowUpDto {
  /** What is to be done. */
  @IsString()
  @Length(1, 300)
  @OneLine()
  title!: string;

  /** YYYY-MM-DD; a coming day has to be a working day of the own organisation. */
  @IsDay()
  dueOn!: string;

  /** A person of the own organisation; without it the person who enters it. Null: whoever has time. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;
}

/** A change; fields left out stay. Needs If-Match. */
export class ChangeFollowUpDto {
  @ValidateIf((change: ChangeFollowUpDto) => change.title !== undefined)
  @IsString()
  @Length(1, 300)
  @OneLine()
  title?: string;

  /** YYYY-MM-DD; a new day that is still to come has to be a working day of the own organisation. */
  @ValidateIf((change: ChangeFollowUpDto) => change.dueOn !== undefined)
  @IsDay()
  dueOn?: string;

  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;
}

/** Done, or not done after all; the next one can be entered in the same step. Needs If-Match. */
export class FinishFollowUpDto {
  /** False takes "done" back. */
  @IsBoolean()
  done!: boolean;

  /** What is to be done next for the same case. */
  @IsOptional()
  @ValidateNested()
  @Type(() => CreateFollowUpDto)
  next?: CreateFollowUpDto;

  /** "Keiner nötig": recorded at a case of the own organisation that has no next step. Not together with `next` (`contradiction`). */
  @IsOptional()
  @IsBoolean()
  noneNeeded?: boolean;
}

export class FollowUpDto {
  id!: string;
  caseId!: string;
  /** TASK, or RECOVERY: call a company that was not content. */
  kind!: FollowUpKind;
  title!: string;
  /** YYYY-MM-DD */
  dueOn!: string;
  /** How the day stands to today; null when done. */
  dueness!: Dueness | null;
  organisationId!: string;
  /** Name of that organisation. */
  organisationName!: string;
  assigneeId!: string | null;
  /** Null also for people of another organisation. */
  assigneeName!: string | null;
  /** ISO instant; null while open. */
  doneAt!: string | null;
  fileNumber!: string;
  caseTitle!: string;
  companyName!: string;
  /** For If-Match; also the ETag. */
  version!: number;
}

export class FollowUpPageDto {
  items!: FollowUpDto[];
  total!: number;
}

export class FollowUpQueryDto extends PageQueryDto {
  /** open (default), done or all. */
  @IsOptional()
  @IsIn(FOLLOW_UP_STATES)
  state?: FollowUpState;

  /** `me`, or the id of a person of the own organisation. */
  @IsOptional()
  @Matches(/^(me|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i)
  assigneeId?: string;

  /** Due on this day or before (YYYY-MM-DD). */
  @IsOptional()
  @IsDay()
  dueUntil?: string;
}
