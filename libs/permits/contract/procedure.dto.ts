import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { OneLine, PageQueryDto } from '@lotse/shared/dto';
import { CLOCK_KEYS, type ClockKey } from './clock-policy';
import { ClockDto, LedgerDto } from './clock.dto';
import { PermitEventDto } from './permit-event.dto';
import { PROCEDURE_SORTS, PROCEDURE_STATES, type ProcedureSort, type ProcedureState } from './procedure-list';
import { PLOT_AREAS, PROCEDURE_TYPES, type PlotArea, type ProcedureType } from './procedure-type';

/** What can be said of a procedure besides its events. */
class ProcedureFieldsDto {
  /** What it is about, in a few words; the type stands for it when left out. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @OneLine()
  title?: string | null;

  /** Name of the authority that decides. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @OneLine()
  authority?: string | null;

  /** The authority, where it is an organisation of the region: its closed days move service goals. Without it those of the owner do. */
  @IsOptional()
  @IsUUID()
  authorityOrganisationId?: string | null;

  /** The authority's own file number; its milestones are matched by it. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @OneLine()
  fileNumber?: string | null;

  /** Agencies to be heard. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  agencies?: string[];

  /** Official key (AGS) of the municipality of the plot; that of the company's seat when left out. */
  @IsOptional()
  @Matches(/^\d{8}$/)
  municipality?: string | null;

  /** The municipality is itself the building authority: there is no clock for its consent. */
  @IsOptional()
  @IsBoolean()
  municipalityIsAuthority?: boolean;

  /** INNER or OUTER area (§ 35 BauGB); in the outer one no day for a fiction is named. */
  @IsOptional()
  @IsIn(PLOT_AREAS)
  plotArea?: PlotArea | null;

  /** Procedures of the same case that have to be decided first; no circles. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  dependsOn?: string[];

  /** Documents usually needed; those of the type when left out. They move nothing until they are requested. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(60)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  expectedDocuments?: string[];
}

/** A procedure with an authority, within a case. */
export class CreateProcedureDto extends ProcedureFieldsDto {
  @IsIn(PROCEDURE_TYPES)
  type!: ProcedureType;
}

/** Fields left out stay. Needs If-Match. */
export class ChangeProcedureDto extends ProcedureFieldsDto {
  @IsOptional()
  @IsIn(PROCEDURE_TYPES)
  type?: ProcedureType;
}

/** A procedure with all its counts, as lists show it. */
export class ProcedureSummaryDto {
  id!: string;
  caseId!: string;
  /** File number of the case. */
  caseFileNumber!: string;
  caseTitle!: string;
  companyName!: string;
  ownerOrganisationId!: string;
  ownerOrganisationName!: string;

  @ApiProperty({ enum: PROCEDURE_TYPES })
  type!: ProcedureType;

  title!: string | null;
  authority!: string | null;
  authorityOrganisationId!: string | null;
  /** The authority's own file number. */
  fileNumber!: string | null;
  agencies!: string[];
  municipality!: string | null;
  municipalityName!: string | null;
  municipalityIsAuthority!: boolean;

  @ApiProperty({ enum: PLOT_AREAS, nullable: true })
  plotArea!: PlotArea | null;

  dependsOn!: string[];
  /** Day the application reached the authority. */
  receivedOn!: string | null;
  /** Day it was decided or withdrawn; null while it runs. */
  closedOn!: string | null;
  /** Nearest last day of a count that runs; null without one. */
  dueOn!: string | null;
  /** Number of documents owed now. */
  owed!: number;
  clocks!: ClockDto[];
  /** Day the counts were made for, in Germany. */
  asOf!: string;
  /** For If-Match; also the ETag. */
  version!: number;
}

export class ProcedurePageDto {
  items!: ProcedureSummaryDto[];
  total!: number;
}

export class ProcedureDto extends ProcedureSummaryDto {
  ledger!: LedgerDto;
  /** All of them as they happened; what was corrected or taken back is marked. */
  events!: PermitEventDto[];
  /** Whether the person may record events. */
  mayWrite!: boolean;
}

/** Filters of the board; all of them hold at once. */
export class ProcedureListQueryDto extends PageQueryDto {
  /** running (default), closed or all. */
  @IsOptional()
  @IsIn(PROCEDURE_STATES)
  state?: ProcedureState;

  @IsOptional()
  @IsIn(PROCEDURE_TYPES)
  type?: ProcedureType;

  /** Official key (AGS). */
  @IsOptional()
  @Matches(/^\d{8}$/)
  municipality?: string;

  /** Year the application was received. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2069)
  year?: number;

  /** Organisation that owns the case. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** dueOn (default) is the nearest last day of all counts, or of `clock`; those without one come last. */
  @IsOptional()
  @IsIn(PROCEDURE_SORTS)
  sort?: ProcedureSort;

  /** Sort by the last day of this count. */
  @IsOptional()
  @IsIn(CLOCK_KEYS)
  clock?: ClockKey;
}
