import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { PageQueryDto } from '@lotse/shared/dto';
import { SIZE_CLASSES, type SizeClass } from './size-class';

/** Sort keys of the list; without one, hits of a search come by relevance and everything else by name. */
export const COMPANY_SORTS = ['name', '-name'] as const;
export type CompanySort = (typeof COMPANY_SORTS)[number];

const Flag = () => Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

/** Filters of the list of companies; all that are given hold together. */
export class CompanyListQueryDto extends PageQueryDto {
  /**
   * Name, place, postal code or telephone number. Umlauts in any spelling, legal form ignored, one typo per word of four letters
   * or more; a telephone number in any notation finds the companies of own contact persons.
   */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  /** Municipality in which the company has an establishment (Amtlicher Gemeindeschlüssel, eight digits). */
  @IsOptional()
  @Matches(/^\d{8}$/)
  ags?: string;

  /** Economic activity, from division to class: "25" finds all of them below. */
  @IsOptional()
  @Matches(/^\d\d(\.?\d){0,3}$/)
  industry?: string;

  /** By Recommendation 2003/361/EC. */
  @ApiPropertyOptional({ enum: SIZE_CLASSES })
  @IsOptional()
  @IsIn(SIZE_CLASSES)
  sizeClass?: SizeClass;

  /** Only confidential companies, or only others. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  confidential?: boolean;

  /** Only companies the own organisation keeps, or only others. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  kept?: boolean;

  /** A minus in front sorts descending. */
  @ApiPropertyOptional({ enum: COMPANY_SORTS })
  @IsOptional()
  @IsIn(COMPANY_SORTS)
  sort?: CompanySort;
}

/** A line of the list of companies. */
export class CompanyListItemDto {
  id!: string;
  name!: string;
  legalForm!: string | null;
  confidential!: boolean;
  projectName!: string | null;
  industryCode!: string | null;
  /** German name of the economic activity. */
  industryName!: string | null;
  sizeClass!: SizeClass | null;
  /** Place of the seat. */
  place!: string | null;
  postalCode!: string | null;
  /** Municipality of the seat; null outside the regions. */
  municipality!: string | null;
  /** Number of establishments. */
  establishments!: number;
  keeperOrganisationId!: string;
  /** ISO date and time of the last contact the reader may know of. */
  lastContactAt!: string | null;
}

export class CompanyPageDto {
  items!: CompanyListItemDto[];
  /** Companies of all pages that the reader may see. */
  total!: number;
}
