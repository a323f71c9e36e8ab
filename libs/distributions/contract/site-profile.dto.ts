import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { USE_CLASSES } from '@lotse/cases/contract';
import { AREA_MAX, SITE_TENURES, type SiteTenure, type UseClass } from './distribution';
import { FIT_REASONS, FITS, type Fit, type FitReason } from './match';

/** What the own organisation can offer at all ("Flächenprofil"). */
export class SiteProfileDto {
  @ApiProperty({ enum: USE_CLASSES, isArray: true })
  useClasses!: UseClass[];
  /** Largest connected area in square metres; null: not said. */
  largestAreaSqm!: number | null;
  @ApiProperty({ enum: SITE_TENURES, isArray: true })
  tenures!: SiteTenure[];
  /** ISO date and time of the last change; null: never entered. */
  updatedAt!: string | null;
  updatedByName!: string | null;
  /** 0 while nothing has been entered. */
  version!: number;
}

/** Everything may stay empty: what is not said excludes the organisation from nothing. */
export class UpdateSiteProfileDto {
  /** Use classes on offer. */
  @IsArray()
  @ArrayUnique()
  @IsIn(USE_CLASSES, { each: true })
  useClasses!: UseClass[];

  /** Largest connected area in square metres. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  largestAreaSqm?: number | null;

  /** How sites are given. */
  @IsArray()
  @ArrayUnique()
  @IsIn(SITE_TENURES, { each: true })
  tenures!: SiteTenure[];
}

/** One organisation that can be asked, and whether it may have what is needed. */
export class SiteMatchDto {
  organisationId!: string;
  name!: string;
  kind!: string;
  /** The own organisation. */
  isOwn!: boolean;
  @ApiProperty({ enum: FITS })
  fit!: Fit;
  @ApiProperty({ enum: FIT_REASONS, isArray: true })
  reasons!: FitReason[];
}

export class SiteMatchListDto {
  items!: SiteMatchDto[];
  total!: number;
}
