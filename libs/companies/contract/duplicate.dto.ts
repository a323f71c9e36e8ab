import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DUPLICATE_REASONS, type DuplicateReason } from './duplicate';

/** What is known so far of a company that is being entered; whatever is missing gives no reason. */
export class DuplicateQueryDto {
  /** Name, with or without legal form. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  /** In any notation. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string;

  @IsOptional()
  @IsString()
  @MaxLength(5)
  postalCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  street?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  houseNumber?: string;

  /** Court of the commercial register. */
  @IsOptional()
  @IsString()
  @MaxLength(120)
  registerCourt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  registerNumber?: string;

  /** A company that is no duplicate of itself. */
  @IsOptional()
  @IsUUID()
  exceptId?: string;
}

/** A company that could be the same one. Confidential companies never appear. */
export class DuplicateDto {
  companyId!: string;
  name!: string;
  place!: string | null;
  /** What both have in common, strongest first. */
  @ApiProperty({ enum: DUPLICATE_REASONS, isArray: true })
  reasons!: DuplicateReason[];
}

export class DuplicatePageDto {
  items!: DuplicateDto[];
  total!: number;
}

/** A company after its release, with those it may have to be merged with. */
export class ReleasedCompanyDto {
  id!: string;
  version!: number;
  duplicates!: DuplicateDto[];
}
