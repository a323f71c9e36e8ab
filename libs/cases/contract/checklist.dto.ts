import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';
import { HasWords, ManyLines, OneLine } from '@lotse/shared/dto';
import { CASE_TYPES, type CaseType } from './case-type';
import type { ItemAnswer } from './checklist';

/** Who an item was handed to, as far as the reader may know. */
export class ChecklistHandoverDto {
  /** Id of the request for a statement. */
  id!: string;
  /** Where it stands; RUNNING while the other organisation works on it. */
  state!: ItemAnswer;
  organisationName!: string;
}

/** One thing to see to in a case. */
export class ChecklistItemDto {
  id!: string;
  caseId!: string;
  title!: string;
  /** ISO instant; null while open. */
  doneAt!: string | null;
  /** Who ticked it or answered; null for people of an organisation the reader has nothing to do with. */
  doneByName!: string | null;
  /** Null when it was never handed to anybody, or to somebody the reader has nothing to do with. */
  handover!: ChecklistHandoverDto | null;
  /** Whether the own organisation entered it. */
  isOwn!: boolean;
  /** For If-Match; also the ETag. */
  version!: number;
}

/** A template of the type of the case that is not on its list yet. */
export class ChecklistSuggestionDto {
  templateId!: string;
  title!: string;
  /** How many items it would add. */
  count!: number;
}

export class ChecklistDto {
  /** In the order they were entered. */
  items!: ChecklistItemDto[];
  total!: number;
  suggestions!: ChecklistSuggestionDto[];
}

/** Items of one's own, or a template. */
export class AddChecklistDto {
  /** What is to be seen to, one to forty. */
  @ValidateIf((input: AddChecklistDto) => input.templateId === undefined)
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  titles?: string[];

  /** A template of the region or of the own organisation; its items that stand there already are left out. */
  @IsOptional()
  @IsUUID()
  templateId?: string;
}

/** Needs If-Match. */
export class TickChecklistItemDto {
  /** False takes it back. */
  @IsBoolean()
  done!: boolean;
}

/** Asks another organisation to see to an item: a request for a statement with the item as its words. Needs If-Match. */
export class HandChecklistItemDto {
  @IsUUID()
  toOrganisationId!: string;

  /** More than the item itself says. */
  @IsOptional()
  @IsString()
  @HasWords()
  @Length(1, 3500)
  @ManyLines()
  note?: string;
}

/** What is to be seen to in every case of a type. */
export class SaveChecklistTemplateDto {
  @IsIn(CASE_TYPES)
  caseType!: CaseType;

  @IsString()
  @Length(2, 100)
  @OneLine()
  title!: string;

  /** One to forty, each up to 300 characters. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  items!: string[];
}

export class ChecklistTemplateDto {
  id!: string;
  caseType!: CaseType;
  title!: string;
  items!: string[];
  /** False for one that is shipped for the whole region: it can be used, not changed. */
  isOwn!: boolean;
  /** For If-Match; also the ETag. */
  version!: number;
}

export class ChecklistTemplatePageDto {
  items!: ChecklistTemplateDto[];
  total!: number;
}
