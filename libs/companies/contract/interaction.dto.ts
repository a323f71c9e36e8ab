import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HasWords, ManyLines, PageQueryDto } from '@lotse/shared/dto';
import { INTERACTION_KINDS, type InteractionKind } from './interaction';
import { Trimmed } from './text-input';

/** A contact with a company. With a case it appears in the case's timeline and is read by whoever reads the case's notes. */
export class CreateInteractionDto {
  @ApiProperty({ enum: INTERACTION_KINDS })
  @IsIn(INTERACTION_KINDS)
  kind!: InteractionKind;

  /** What was said, in own words. */
  @Trimmed()
  @IsString()
  @Length(1, 20_000)
  @HasWords()
  @ManyLines()
  text!: string;

  /** A case of the same company that the reader may add to. */
  @IsOptional()
  @IsUUID()
  caseId?: string;

  /** ISO date and time of the contact when it is entered later; not in the future. Now, unless given. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  occurredAt?: string;

  /** Colleagues of the own organisation named in the text by @, by id; only with a case. They are told, if they read the case. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  mentions?: string[];
}

/** Somebody of the own organisation. */
export class NamedColleagueDto {
  id!: string;
  name!: string;
}

export class InteractionListQueryDto extends PageQueryDto {
  /** Only contacts of this kind. */
  @ApiPropertyOptional({ enum: INTERACTION_KINDS })
  @IsOptional()
  @IsIn(INTERACTION_KINDS)
  kind?: InteractionKind;
}

/** A contact that was logged; never changed afterwards. */
export class InteractionDto {
  id!: string;
  companyId!: string;
  caseId!: string | null;
  /** File number of the case. */
  fileNumber!: string | null;
  @ApiProperty({ enum: INTERACTION_KINDS })
  kind!: InteractionKind;
  text!: string;
  /** ISO date and time of the contact. */
  occurredAt!: string;
  /** ISO date and time of the entry. */
  createdAt!: string;
  authorName!: string;
  organisationId!: string;
  /** Name of the organisation that logged it. */
  organisation!: string;
}

/** A contact as it was just logged. */
export class LoggedInteractionDto extends InteractionDto {
  /** Who was named and does not read the case: told nothing unless let in. */
  withoutAccess!: NamedColleagueDto[];
}

export class InteractionPageDto {
  items!: InteractionDto[];
  total!: number;
}
