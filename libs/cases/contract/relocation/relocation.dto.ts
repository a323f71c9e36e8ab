import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, ValidateIf } from 'class-validator';
import { HasWords, IsDay, ManyLines, OneLine } from '@lotse/shared/dto';
import { RELEASE_KINDS, type ReleaseKind } from './relocation-release';
import { SETTLEMENT_KINDS, type SettlementKind } from './settlement-count';

/** That a move may be told to the places of origin and destination. */
export class ReleaseRelocationDto {
  /** CONSENT: the company agreed, orally is enough. PUBLISHED: the move is public already. */
  @IsIn(RELEASE_KINDS)
  kind!: ReleaseKind;

  /** Who agreed for the company; needed with CONSENT. */
  @ValidateIf((input: ReleaseRelocationDto) => input.kind === 'CONSENT' || (input.by !== undefined && input.by !== null))
  @IsString()
  @Length(1, 200)
  @OneLine()
  @HasWords()
  by?: string | null;

  /** The day it was agreed or published, YYYY-MM-DD; not after today. */
  @IsDay()
  on!: string;

  /** Where it was published, or what was said; needed with PUBLISHED. */
  @ValidateIf((input: ReleaseRelocationDto) => input.kind === 'PUBLISHED' || (input.note !== undefined && input.note !== null))
  @IsString()
  @Length(1, 1000)
  @ManyLines()
  @HasWords()
  note?: string | null;
}

/** The recorded release of a move. */
export class RelocationReleaseDto {
  kind!: ReleaseKind;
  /** Who agreed; null when it was published. */
  by!: string | null;
  /** YYYY-MM-DD */
  on!: string;
  note!: string | null;
  recordedByName!: string;
  /** ISO instant */
  recordedAt!: string;
}

/** An organisation of origin or destination. */
export class RelocationSideDto {
  organisationId!: string;
  organisationName!: string;
  /** ISO instant of the notice; null while it has not been told. */
  toldAt!: string | null;
  toldByName!: string | null;
}

/** What a case is as a move, for the organisation that owns it. */
export class RelocationDto {
  /** How the case counts in the figures of settlement. */
  @ApiProperty({ enum: SETTLEMENT_KINDS })
  kind!: SettlementKind;
  /** 1 for a company more in the region, else 0; a move inside the region is none. */
  counts!: number;
  /** Name of the place of origin; null while it is not entered or lies outside the regions. */
  fromName!: string | null;
  /** Name of the place of destination; null while it is not entered or lies outside the regions. */
  toName!: string | null;
  release!: RelocationReleaseDto | null;
  /** The organisations of both places, as far as they take part; without the owner of the case. */
  sides!: RelocationSideDto[];
}

/** A move that the own organisation was told as the place of origin or destination. */
export class RelocationNoticeDto {
  id!: string;
  companyName!: string;
  /** Name of the place of origin; null when it lies outside the regions or was not known. */
  fromName!: string | null;
  toName!: string | null;
  /** When the company means to move, YYYY-MM-DD. */
  plannedFor!: string | null;
  /** Who tells it. */
  byOrganisationName!: string;
  toldByName!: string;
  /** ISO instant */
  toldAt!: string;
}

export class RelocationNoticePageDto {
  items!: RelocationNoticeDto[];
  total!: number;
}
