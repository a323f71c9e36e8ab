import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { FileKind } from '@lotse/shared/contract';
import { OneLine } from '@lotse/shared/dto';
import { DOCUMENT_LEVELS, DOCUMENT_NAME_MAX, type DocumentLevel } from './document-level';

const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** Which documents of a case. */
export class DocumentQueryDto {
  /** Those in the bin instead: deleted within the last 30 days, as far as the person may take them back. */
  @IsOptional()
  @Transform(toBoolean)
  @IsBoolean()
  deleted?: boolean;
}

/** What a file is filed as; the file itself is the body. */
export class UploadQueryDto {
  /** Name people find it by, usually that of the file. It says nothing about the kind: the content does. */
  @IsString()
  @Length(1, DOCUMENT_NAME_MAX)
  @OneLine()
  name!: string;

  /** Who reads it; PARTIES unless said otherwise. */
  @IsOptional()
  @IsIn(DOCUMENT_LEVELS)
  level?: DocumentLevel;
}

/** How the content is asked for. */
export class ContentQueryDto {
  /** `1` to look at it in the page instead of saving it; for PDF, PNG and JPEG only. */
  @IsOptional()
  @IsIn(['1'])
  inline?: '1';
}

/** What is to change; what is left out stays. */
export class ChangeDocumentDto {
  @IsOptional()
  @IsString()
  @Length(1, DOCUMENT_NAME_MAX)
  @OneLine()
  name?: string;

  /** ORGANISATION and PERSON make the acting organisation, or person, the one who holds the document. */
  @IsOptional()
  @IsIn(DOCUMENT_LEVELS)
  level?: DocumentLevel;
}

/** One content a document had or has. */
export class DocumentVersionDto {
  /** From 1. */
  number!: number;
  /** Found in the content. */
  kind!: FileKind;
  /** Bytes. */
  size!: number;
  uploadedByName!: string;
  uploadedByOrganisationName!: string;
  /** ISO instant */
  uploadedAt!: string;
}

/** A file of a case. */
export class DocumentDto {
  id!: string;
  caseId!: string;
  name!: string;
  /** Who reads it. */
  level!: DocumentLevel;
  /** The organisation that holds it. */
  ownerOrganisationId!: string;
  ownerOrganisationName!: string;
  /** What it is by its newest content. */
  kind!: FileKind;
  /** Bytes of the newest content. */
  size!: number;
  /** All contents, newest first. */
  versions!: DocumentVersionDto[];
  /** ISO instant of the deletion; null while it is not in the bin. */
  deletedAt!: string | null;
  /** Whether the person may rename it, say who reads it, delete it and take it back. */
  mayChange!: boolean;
  /** Whether the person may add a newer content. */
  mayAddVersion!: boolean;
  version!: number;
}

/** The answer to a file that was sent. */
export class UploadedDocumentDto extends DocumentDto {
  /** True when this content was there already: nothing was added, and the document is the one that has it. */
  isSame!: boolean;
}

export class DocumentPageDto {
  /** By name. */
  items!: DocumentDto[];
  total!: number;
  /** How many lie in the bin, as far as the person may take them back. */
  inBin!: number;
  /** Whether the person may add documents. */
  mayAdd!: boolean;
  /** Most bytes of a file. */
  uploadLimit!: number;
}
