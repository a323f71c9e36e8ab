import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_SECTIONS, type CaseSection } from '@lotse/cases/contract';
import { HasWords, IsDay, ManyLines, OneLine } from '@lotse/shared/dto';
import { AGREEMENT_FORMS, AGREEMENT_KINDS, type AgreementForm, type AgreementKind } from './agreement';

/** Who agreed, when and how: what is recorded with every agreement. */
export class GivenAgreementDto {
  /** First and last name of who agreed. */
  @IsString()
  @HasWords()
  @OneLine()
  @MaxLength(200)
  givenBy!: string;

  /** The day, YYYY-MM-DD, not in the future (422 `agreement.inFuture`); today without it. */
  @IsOptional()
  @IsDay()
  givenOn?: string;

  /** ORAL without it. */
  @ApiPropertyOptional({ enum: AGREEMENT_FORMS })
  @IsOptional()
  @IsIn(AGREEMENT_FORMS)
  form?: AgreementForm;

  /** What proves it: the words, or where the letter is kept. */
  @IsOptional()
  @IsString()
  @HasWords()
  @ManyLines()
  @MaxLength(1000)
  evidence?: string;
}

/** An agreement of the company, or the consent of its contact person, to share the case. */
export class RecordAgreementDto extends GivenAgreementDto {
  @ApiProperty({ enum: AGREEMENT_KINDS })
  @IsIn(AGREEMENT_KINDS)
  kind!: AgreementKind;

  /** What the sharing is for, as the company was told. */
  @IsString()
  @HasWords()
  @OneLine()
  @MaxLength(500)
  purpose!: string;

  /** The organisations it names; every partner without it. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  recipientIds?: string[];

  /** What may be shared; everything without it. Of a person it is always the contact data. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(CASE_SECTIONS, { each: true })
  sections?: CaseSection[];

  /** Whose consent it is; needed for PERSON: a contact of the company that the own organisation entered. */
  @ValidateIf(
    (input: RecordAgreementDto) => input.kind === 'PERSON' || (input.contactPersonId !== undefined && input.contactPersonId !== null),
  )
  @IsUUID()
  contactPersonId?: string;
}

/** The day and the words of a withdrawal (Art. 7 (3) DSGVO). It takes effect at once. */
export class WithdrawAgreementDto {
  /** The day, YYYY-MM-DD, from the day it was given through today; today without it. */
  @IsOptional()
  @IsDay()
  withdrawnOn?: string;

  /** Who withdrew it and how. */
  @IsOptional()
  @IsString()
  @HasWords()
  @ManyLines()
  @MaxLength(1000)
  note?: string;
}

/** An organisation an agreement names. */
export class AgreementRecipientDto {
  id!: string;
  name!: string;
}

/** A recorded basis of sharing. */
export class AgreementDto {
  id!: string;
  @ApiProperty({ enum: AGREEMENT_KINDS })
  kind!: AgreementKind;
  purpose!: string;
  /** Null: every partner. */
  recipients!: AgreementRecipientDto[] | null;
  @ApiProperty({ enum: CASE_SECTIONS, isArray: true })
  sections!: CaseSection[];
  contactPersonId!: string | null;
  givenBy!: string;
  /** ISO date. */
  givenOn!: string;
  @ApiProperty({ enum: AGREEMENT_FORMS })
  form!: AgreementForm;
  evidence!: string | null;
  recordedByName!: string;
  /** ISO date and time. */
  recordedAt!: string;
  /** ISO date; null while it holds. */
  withdrawnOn!: string | null;
  withdrawnByName!: string | null;
  withdrawalNote!: string | null;
  /** Open offers and running shares that rest on it. */
  inUse!: number;
}

export class AgreementPageDto {
  items!: AgreementDto[];
  total!: number;
}
