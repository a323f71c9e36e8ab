import { IsBoolean, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { PartialType } from '@nestjs/swagger';
import { OneLine } from '@lotse/shared/dto';
import type { MunicipalitySource } from './interaction';
import { MayStayOut, Trimmed, TrimmedOrNull } from './text-input';

/**
 * A place where a company works. Its municipality follows from the postal code; where that does not decide, the answer is 400 with
 * `municipality.ambiguous` at `postalCode` and the candidates in `details`, and the same body with `ags` and `municipalityReason` works.
 */
export class CreateEstablishmentDto {
  /** What the company calls it: "Werk II", "Lager"; null for nothing. */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(120)
  @OneLine()
  name?: string | null;

  @Trimmed()
  @IsString()
  @Length(1, 120)
  @OneLine()
  street!: string;

  /** With letter or range: "12a", "3-5". */
  @Trimmed()
  @IsString()
  @Length(1, 20)
  @OneLine()
  houseNumber!: string;

  /** Five digits. */
  @Trimmed()
  @Matches(/^\d{5}$/)
  postalCode!: string;

  @Trimmed()
  @IsString()
  @Length(1, 120)
  @OneLine()
  place!: string;

  /** Municipality a person chose (Amtlicher Gemeindeschlüssel, eight digits), or `OUTSIDE` of the regions; only with `municipalityReason`. */
  @MayStayOut()
  @Matches(/^(\d{8}|OUTSIDE)$/)
  ags?: string;

  /** Why this municipality; kept with the address. */
  @MayStayOut()
  @Trimmed()
  @IsString()
  @Length(3, 300)
  @OneLine()
  municipalityReason?: string;

  /**
   * The seat; one per company. The first establishment is the seat unless another one says so; a former seat becomes an ordinary
   * establishment.
   */
  @MayStayOut()
  @IsBoolean()
  isMain?: boolean;
}

/** Fields that stay out keep their value. A changed postal code or place finds its municipality anew. */
export class UpdateEstablishmentDto extends PartialType(CreateEstablishmentDto, { skipNullProperties: false }) {}

/** A place where a company works. */
export class EstablishmentDto {
  id!: string;
  companyId!: string;
  name!: string | null;
  street!: string;
  houseNumber!: string;
  postalCode!: string;
  place!: string;
  /** Official municipality key; null outside the regions. */
  ags!: string | null;
  /** Name of the municipality; null outside the regions. */
  municipality!: string | null;
  /** How the municipality was found: POSTAL_CODE, CHOSEN by a person, or OUTSIDE of the regions. */
  municipalitySource!: MunicipalitySource;
  /** The reason the person gave for choosing. */
  municipalityReason!: string | null;
  isMain!: boolean;
  version!: number;
}
