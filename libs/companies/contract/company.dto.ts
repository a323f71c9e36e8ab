import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine } from '@lotse/shared/dto';
import { ContactPersonDto, CreateContactPersonDto } from './contact-person.dto';
import { CompanyTeamMemberDto } from './company-team.dto';
import { CreateEstablishmentDto, EstablishmentDto } from './establishment.dto';
import { INDUSTRY_VERSIONS, type IndustryVersion } from './interaction';
import { SIZE_CLASSES, type SizeClass } from './size-class';
import { MayStayOut, Trimmed, TrimmedOrNull } from './text-input';

/** What may be said about a company besides its name. Null empties a field. */
export class CompanyFactsDto {
  /**
   * As the law writes it ("GmbH", "e.K."); case and punctuation do not matter. It decides whether the firm's data count as personal
   * data and stay within the organisation. Without it, a legal form in the name counts.
   */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(60)
  @OneLine()
  legalForm?: string | null;

  /** Code of the economic activity: two to five digits with or without points, "25.62" or "25.62.0". */
  @IsOptional()
  @TrimmedOrNull()
  @Matches(/^\d\d(\.?\d){0,3}$/)
  industryCode?: string | null;

  /** Classification of the code; WZ2025 unless said otherwise. */
  @ApiPropertyOptional({ enum: INDUSTRY_VERSIONS, nullable: true })
  @IsOptional()
  @IsIn(INDUSTRY_VERSIONS)
  industryVersion?: IndustryVersion | null;

  /** By Recommendation 2003/361/EC. */
  @ApiPropertyOptional({ enum: SIZE_CLASSES, nullable: true })
  @IsOptional()
  @IsIn(SIZE_CLASSES)
  sizeClass?: SizeClass | null;

  /** Court of the commercial register: "Amtsgericht Offenbach am Main". */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(120)
  @OneLine()
  registerCourt?: string | null;

  /** With its section: "HRB 12345". */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @MaxLength(40)
  @OneLine()
  registerNumber?: string | null;

  /** Umsatzsteuer-Identifikationsnummer: "DE123456789". */
  @IsOptional()
  @TrimmedOrNull()
  @Matches(/^[A-Za-z]{2}[\dA-Za-z+* ]{2,14}$/)
  vatId?: string | null;

  /** Wirtschafts-Identifikationsnummer: "DE123456789-00001". */
  @IsOptional()
  @TrimmedOrNull()
  @Matches(/^DE\d{9}(-\d{5})?$/i)
  economicId?: string | null;

  /** Address of the web site, http or https, without user and password. */
  @IsOptional()
  @TrimmedOrNull()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, disallow_auth: true })
  @MaxLength(300)
  @OneLine()
  website?: string | null;

  /** The name a confidential company is shown by. Without one, a neutral name is given. */
  @IsOptional()
  @TrimmedOrNull()
  @IsString()
  @Length(2, 120)
  @OneLine()
  projectName?: string | null;
}

/** A company with its places and people, entered in one go: everything is stored or nothing. */
export class CreateCompanyDto extends CompanyFactsDto {
  @Trimmed()
  @IsString()
  @Length(2, 200)
  @OneLine()
  name!: string;

  /** Readable by the person who enters it and their team only, until released; no list, hint or number tells of it. */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;

  /** Places; the first one is the seat unless another says `isMain`. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CreateEstablishmentDto)
  establishments?: CreateEstablishmentDto[];

  /** People of the company. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CreateContactPersonDto)
  contacts?: CreateContactPersonDto[];
}

/** Fields that stay out keep their value. */
export class UpdateCompanyDto extends CompanyFactsDto {
  @MayStayOut()
  @Trimmed()
  @IsString()
  @Length(2, 200)
  @OneLine()
  name?: string;
}

/** A company as the reader may see it: places always, people and last contact as far as shared with the reader. */
export class CompanyDto {
  id!: string;
  name!: string;
  legalForm!: string | null;
  /** The firm is a natural person (or may be one): its data stay within the organisation that keeps it. */
  isNaturalPerson!: boolean;
  confidential!: boolean;
  projectName!: string | null;
  industryCode!: string | null;
  industryVersion!: IndustryVersion | null;
  /** Name of the economic activity, German; null for codes this version does not know. */
  industryName!: string | null;
  sizeClass!: SizeClass | null;
  registerCourt!: string | null;
  registerNumber!: string | null;
  vatId!: string | null;
  economicId!: string | null;
  website!: string | null;
  /** The organisation that entered the company and keeps its master data. */
  keeperOrganisationId!: string;
  /** Name of that organisation. */
  keeper!: string;
  /** Whether the reader may change master data and places. */
  mayChange!: boolean;
  /** Whether the reader may release the confidential company, and say who is in its team. */
  mayRelease!: boolean;
  /** Who reads the confidential company, by name; empty for readers outside the team and after the release. */
  team!: CompanyTeamMemberDto[];
  /** ISO date and time of the last contact the reader may know of. */
  lastContactAt!: string | null;
  establishments!: EstablishmentDto[];
  contacts!: ContactPersonDto[];
  createdAt!: string;
  updatedAt!: string;
  version!: number;
}
