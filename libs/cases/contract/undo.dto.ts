import { IsString, Length } from 'class-validator';
import { OneLine } from '@lotse/shared/dto';
import type { BinKind } from './undo';

/** A row of a step that could not be taken back, and why. */
export class UndoRefusalDto {
  /** Of the case or follow-up. */
  id!: string;
  /** `undo.changed`: somebody changed it meanwhile. `case.transferOpen`, `case.notFound`, `followUp.notFound`, `permission.missing`: as elsewhere. */
  code!: string;
}

/** What became of taking a step back. */
export class UndoneDto {
  /** How many rows are as they were before. */
  undone!: number;
  refused!: UndoRefusalDto[];
}

/** The way back from what was just done. */
export class UndoOfferDto {
  /** For `POST /undo/{id}`, ten seconds long. */
  undoId!: string;
}

/** Why a case is deleted. Needs If-Match. */
export class DeleteCaseDto {
  /** In a few words; the bin shows them. */
  @IsString()
  @Length(3, 300)
  @OneLine()
  reason!: string;
}

/** Something the own organisation deleted within the last 30 days. */
export class BinItemDto {
  kind!: BinKind;
  id!: string;
  title!: string;
  /** Of the case it is or belongs to. */
  fileNumber!: string;
  caseId!: string;
  /** Given when a case is deleted; null for anything else. */
  reason!: string | null;
  /** ISO instant */
  deletedAt!: string;
  deletedByName!: string;
  /** The instant from which it is gone for good, 30 days after it was deleted. */
  erasedFrom!: string;
}

export class BinPageDto {
  items!: BinItemDto[];
  total!: number;
}

/** What was restored. */
export class RestoredDto {
  kind!: BinKind;
  id!: string;
}
