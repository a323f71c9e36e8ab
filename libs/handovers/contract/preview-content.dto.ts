import { ApiProperty } from '@nestjs/swagger';
import { CASE_STATUSES, CASE_TYPES, type CaseStatus, type CaseType } from '@lotse/cases/contract';

/** One line of what a receiver reads. */
export class PreviewLineDto {
  /** The day it happened or is due, in Germany (ISO date). */
  on!: string | null;
  /** Its first line, shortened to 160 characters. */
  text!: string;
}

/** A document that others can read. */
export class PreviewDocumentDto {
  name!: string;
  /** Read by everybody who reads anything of the case. */
  withAnyPart!: boolean;
}

/** What the case says now, as the organisations it is shared with read it. */
export class PreviewContentDto {
  fileNumber!: string;
  @ApiProperty({ enum: CASE_TYPES })
  type!: CaseType;
  @ApiProperty({ enum: CASE_STATUSES })
  status!: CaseStatus;
  title!: string;
  /** A confidential company goes by its project. */
  companyName!: string;
  municipality!: string | null;
  contactName!: string | null;
  /** The latest contacts of the case, newest first, five at most. */
  notes!: PreviewLineDto[];
  /** Open follow-ups, the next one first, five at most. */
  followUps!: PreviewLineDto[];
  /** By name, twenty at most. */
  documents!: PreviewDocumentDto[];
}
