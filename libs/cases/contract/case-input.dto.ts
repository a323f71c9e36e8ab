import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateIf,
} from 'class-validator';
import { CASE_OUTCOMES, CASE_STATUSES, type CaseOutcome, type CaseStatus, WAITING_FOR, type WaitingFor } from './case-status';
import { CASE_SECTIONS, SECTION_LEVELS, type CaseSection, type SectionLevel } from './case-section';
import { CASE_TYPES, type CaseType } from './case-type';
import { NextStepDto } from './next-step.dto';
import { IsDay, OneLine } from '@lotse/shared/dto';

/** A new case, owned by the organisation of the person who opens it, who is its officer. */
export class CreateCaseDto extends NextStepDto {
  /** What the company wants; decides which own fields `details` may hold. */
  @IsIn(CASE_TYPES)
  type!: CaseType;

  /** What it is about, in one line. */
  @IsString()
  @Length(2, 200)
  @OneLine()
  title!: string;

  /** The company; one the person may read, else 404. */
  @IsUUID()
  companyId!: string;

  /** Readable by the team only. Without it: true for SETTLEMENT and for cases of a confidential company, else false. */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;

  /** The own fields of the type (`libs/cases/contract/case-details.ts`); unknown ones are refused. */
  @IsOptional()
  @IsObject()
  details?: Record<string, unknown>;

  /** Whom to talk to at the company, and who is asked for a grade; without it the oldest contact with an e-mail address. */
  @IsOptional()
  @IsUUID()
  contactPersonId?: string;

  /** Name under which a confidential matter is spoken of. */
  @IsOptional()
  @IsString()
  @Length(2, 100)
  @OneLine()
  projectName?: string;
}

/** A change of what a case says; fields left out stay, null empties. Needs If-Match. */
export class ChangeCaseDto {
  @ValidateIf((change: ChangeCaseDto) => change.title !== undefined)
  @IsString()
  @Length(2, 200)
  @OneLine()
  title?: string;

  @IsOptional()
  @IsString()
  @Length(2, 100)
  @OneLine()
  projectName?: string | null;

  /** A contact person of the same company, entered by the own organisation. */
  @IsOptional()
  @IsUUID()
  contactPersonId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 300)
  @OneLine()
  nextStep?: string | null;

  @IsOptional()
  @IsDay()
  nextStepOn?: string | null;

  /** Own fields of the type that change; the others stay, null empties one. */
  @ValidateIf((change: ChangeCaseDto) => change.details !== undefined)
  @IsObject()
  details?: Record<string, unknown>;
}

/** A step in the life of a case. Needs If-Match. */
export class MoveCaseDto {
  /** Any open status may become CLOSED; a closed case is reopened with IN_PROGRESS. */
  @IsIn(CASE_STATUSES)
  status!: CaseStatus;

  /** For whom the case waits: required with WAITING, refused with anything else. */
  @ValidateIf((move: MoveCaseDto) => move.status === 'WAITING')
  @IsIn(WAITING_FOR)
  waitingFor?: WaitingFor | null;

  /** How it ended: required with CLOSED, refused with anything else. */
  @ValidateIf((move: MoveCaseDto) => move.status === 'CLOSED')
  @IsIn(CASE_OUTCOMES)
  outcome?: CaseOutcome | null;
}

/** Who works on the case. Needs If-Match. */
export class AssignOfficerDto {
  /** An officer or liaison of the owner organisation. */
  @IsUUID()
  officerId!: string;
}

/** What happens next; both empty says that nothing is planned. Needs If-Match. */
export class SetNextStepDto {
  @IsOptional()
  @IsString()
  @Length(1, 300)
  @OneLine()
  nextStep?: string | null;

  /** YYYY-MM-DD */
  @IsOptional()
  @IsDay()
  nextStepOn?: string | null;

  /** "Keiner nötig": nothing needs to be done for now. Not together with a step (`contradiction`). */
  @IsOptional()
  @IsBoolean()
  noneNeeded?: boolean;
}

/** Who besides the officer reads a confidential case. Needs If-Match. */
export class SetTeamDto {
  /** People of the owner organisation; the list replaces the old one. */
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  members!: string[];
}

/** Whether only the team reads the case. Needs If-Match; refused while the case is shared with others. */
export class SetConfidentialDto {
  @IsBoolean()
  confidential!: boolean;
}

/** How far a part of the case may be read; needs If-Match. Takes effect at once, also for shares that are running. */
export class SetSectionLevelDto {
  @IsIn(CASE_SECTIONS)
  section!: CaseSection;

  /** MASTER is never for the organisation alone; another part opens to the REGION only together with MASTER. */
  @IsIn(SECTION_LEVELS)
  level!: SectionLevel;
}
