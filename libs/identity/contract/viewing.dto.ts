import { IsUUID, Length } from 'class-validator';
import { HasWords, OneLine } from '@lotse/shared/dto';

/** Looking at Lotse as a colleague sees it. */
export class ViewAsDto {
  /** The colleague, of the organisation one acts for. */
  @IsUUID()
  userId!: string;

  /** What for. The colleague and the data protection officer read it. */
  @OneLine()
  @HasWords()
  @Length(1, 300)
  reason!: string;
}

/** That an administrator looked at Lotse with one's own rights. */
export class ViewingDto {
  id!: string;
  /** Who looked; missing once the account is gone. */
  viewerName?: string;
  reason!: string;
  /** ISO date and time. */
  startedAt!: string;
}

/** The latest first, one hundred at most. */
export class ViewingListDto {
  items!: ViewingDto[];
}
