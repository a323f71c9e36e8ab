import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsDay, NotBefore } from '@lotse/shared/dto';
import type { SatisfactionState } from './figures';

/** Figures of one organisation, or of all of the region together, where each answer counts once. */
export const SATISFACTION_SCOPES = ['organisation', 'region'] as const;
export type SatisfactionScope = (typeof SATISFACTION_SCOPES)[number];

/** Which answers to look at; both days are widened to whole quarters. */
export class SatisfactionQueryDto {
  /** First day, YYYY-MM-DD; without it four quarters before the last one. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Last day, YYYY-MM-DD, not before `from` (else 400 `beforeStart`); without it the running quarter, or that of a later `from`. */
  @IsOptional()
  @IsDay()
  @NotBefore('from')
  to?: string;

  /** Organisation of the own region; the own one when left out. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;

  /** `region` for the regional figure; `organisationId` is then not looked at. */
  @IsOptional()
  @IsIn(SATISFACTION_SCOPES)
  scope?: SatisfactionScope;
}

/** 95 % interval, unrounded. */
export class IntervalDto {
  low!: number;
  high!: number;
}

/** Share of the grades 1 and 2 with its 95 % Wilson interval, each from 0 to 1. */
export class ShareDto extends IntervalDto {
  value!: number;
}

/** What a group of answers says. Below five answers everything but `n` is null, and `n` is 0. */
export class FiguresDto {
  /** Answers the figures rest on. */
  n!: number;
  /** Mean grade, unrounded. */
  mean!: number | null;
  /** 95 % t-interval of the mean, clipped to 1 and 6. */
  interval!: IntervalDto | null;
  shareGood!: ShareDto | null;
  /** How often the grades 1 to 6 were given, in this order. */
  distribution!: number[] | null;
  /** Against a mean of 2.5: MET or MISSED when the interval proves it from 20 answers on, else OPEN. */
  state!: SatisfactionState | null;
}

/** One quarter of the trend. */
export class SatisfactionQuarterDto extends FiguresDto {
  /** As `2026-Q4`. */
  quarter!: string;
  asked!: number;
  answered!: number;
}

/** Why companies were not asked. */
export class NotAskedDto {
  noContact!: number;
  objected!: number;
  askedRecently!: number;
  noNotice!: number;
}

/** From closed cases to answers. Opening is not measured; confidential cases are in none of these numbers. */
export class FunnelDto {
  /** Cases closed. */
  closed!: number;
  /** Companies that could be asked. */
  eligible!: number;
  /** Mails taken by the mail server. */
  sent!: number;
  /** Mails given up. */
  undelivered!: number;
  answered!: number;
  notAsked!: NotAskedDto;
}

/** Satisfaction against "gut". */
export class SatisfactionDto extends FiguresDto {
  /** Null for the regional figure. */
  organisationId!: string | null;
  organisation!: string | null;
  /** First day of the first quarter, YYYY-MM-DD. */
  from!: string;
  /** Last day of the last quarter, YYYY-MM-DD. */
  to!: string;
  /** Surveys of cases closed in these quarters. */
  asked!: number;
  /** How many of them are answered, up to the minute; the figures follow in batches of five. */
  answered!: number;
  /** `answered` of `asked`, 0 to 1; null while nobody was asked. */
  responseRate!: number | null;
  funnel!: FunnelDto;
  /** Earliest first. */
  trend!: SatisfactionQuarterDto[];
}
