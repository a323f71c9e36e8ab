import { Transform } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { PageQueryDto } from '@lotse/shared/dto';
import { NOTIFICATION_REASONS, type NotificationReason } from './notification';

/** What is new in one case, for one person: one row per case, however much happened. */
export class NotificationDto {
  id!: string;
  caseId!: string;
  fileNumber!: string;
  /** Null for a former owner, who reads only that the case exists. */
  title!: string | null;
  @ApiProperty({ enum: NOTIFICATION_REASONS })
  reason!: NotificationReason;
  /** Kind of the latest event the reader may read, as in the timeline. */
  kind!: string;
  /** Events by others since the person last looked, as far as the person reads them now; at least 1. */
  count!: number;
  /** ISO date and time of the latest of them. */
  latestAt!: string;
  /** Whether it was marked as read since. */
  read!: boolean;
}

export class NotificationPageDto {
  items!: NotificationDto[];
  total!: number;
}

export class NotificationListQueryDto extends PageQueryDto {
  /** `true`: only those not yet read. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  unread?: boolean;
}

/** How many cases have something new. */
export class NotificationCountDto {
  unread!: number;
}

/** Whether the person hears of a case only when named or asked to decide. */
export class CaseMuteDto {
  muted!: boolean;
}
