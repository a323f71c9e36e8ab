import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { NextStepDto } from './next-step.dto';
import { BULK_ACTIONS, BULK_MOST, type BulkAction } from './bulk';
import { CASE_OUTCOMES, CASE_STATUSES, type CaseOutcome, type CaseStatus, WAITING_FOR, type WaitingFor } from './case-status';

/** One thing to do with each case; what does not belong to the kind is ignored, the next step for instance with anything but NEXT_STEP. */
export class BulkActionDto extends NextStepDto {
  @IsIn(BULK_ACTIONS)
  kind!: BulkAction;

  /** For ASSIGN: an officer or liaison of the own organisation. */
  @IsOptional()
  @IsUUID()
  officerId?: string;

  /** For MOVE. */
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: CaseStatus;

  /** For MOVE to WAITING. */
  @IsOptional()
  @IsIn(WAITING_FOR)
  waitingFor?: WaitingFor;

  /** For MOVE to CLOSED. */
  @IsOptional()
  @IsIn(CASE_OUTCOMES)
  outcome?: CaseOutcome;
}

/** The same for up to 200 cases. */
export class BulkDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BULK_MOST)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  ids!: string[];

  @ValidateNested()
  @Type(() => BulkActionDto)
  action!: BulkActionDto;

  /** True: nothing is changed; the answer says what would be. */
  @IsOptional()
  @IsBoolean()
  preview?: boolean;
}

/** What became of one case. */
export class BulkResultDto {
  id!: string;
  done!: boolean;
  /** Why not: `case.notFound` (also where the right is missing), `case.cannotMove`, `case.transferOpen` … */
  code?: string;
}

export class BulkAnswerDto {
  items!: BulkResultDto[];
  /** How many were, or would be, changed. */
  done!: number;
  /** For `POST /undo/{id}`: takes all of them back; missing where nothing was changed. */
  undoId?: string;
}
