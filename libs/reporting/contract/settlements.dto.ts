import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { SETTLEMENT_KINDS, type SettlementKind } from '@lotse/cases/contract';
import { IsDay, NotBefore } from '@lotse/shared/dto';

/** The days in which cases were closed, both included; without them the last twelve months. */
export class SettlementsQueryDto {
  /** YYYY-MM-DD, German time */
  @IsOptional()
  @IsDay()
  from?: string;

  /** YYYY-MM-DD, German time */
  @IsOptional()
  @IsDay()
  @NotBefore('from')
  to?: string;
}

/** One case behind a figure. */
export class SettledCaseDto {
  id!: string;
  fileNumber!: string;
  title!: string;
  /** YYYY-MM-DD, the day it was closed. */
  closedOn!: string;
}

/** One line: what happened, how often, and the cases behind it. */
export class SettlementLineDto {
  @ApiProperty({ enum: SETTLEMENT_KINDS })
  kind!: SettlementKind;
  /** Cases of the own organisation that reached their goal in the period. */
  cases!: number;
  /** How many of them count as a settlement. */
  counted!: number;
  /** The cases, the latest first; at most 50. */
  items!: SettledCaseDto[];
}

/** Settlements and moves of the own organisation. Confidential cases are in no figure. */
export class SettlementsDto {
  from!: string;
  to!: string;
  /** Settlements and moves from outside the region, together. A company that leaves is not set off against them. */
  settlements!: number;
  /** SETTLEMENT, MOVE_IN, MOVE_INSIDE, MOVE_OUT and UNCLEAR, always all five. */
  items!: SettlementLineDto[];
  total!: number;
}
