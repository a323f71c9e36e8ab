import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** What a postal code says about the municipality. */
export const MUNICIPALITY_FINDINGS = ['CERTAIN', 'AMBIGUOUS', 'UNKNOWN'] as const;
export type MunicipalityFinding = (typeof MUNICIPALITY_FINDINGS)[number];

export class MunicipalityQueryDto {
  /** Five digits; without it all municipalities of the region are listed. */
  @IsOptional()
  @Matches(/^\d{5}$/)
  postalCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  place?: string;
}

export class MunicipalityDto {
  /** Amtlicher Gemeindeschlüssel, eight digits. */
  ags!: string;
  name!: string;
}

/** CERTAIN: the one it is. AMBIGUOUS: those a person chooses from, likeliest first. UNKNOWN: outside, or one of the region's by choice. */
export class MunicipalitySuggestionsDto {
  @ApiProperty({ enum: MUNICIPALITY_FINDINGS })
  finding!: MunicipalityFinding;
  items!: MunicipalityDto[];
  total!: number;
}
