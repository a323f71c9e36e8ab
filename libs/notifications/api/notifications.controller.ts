import { Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { NotificationCountDto, NotificationListQueryDto, NotificationPageDto } from '@lotse/notifications/dto';
import { Notifications } from './notifications.service';

/** What is new for the signed-in person, in the organisation the person acts for. */
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  /** One line per case with something new, unread ones first; only cases the person reads now. */
  @Get()
  @Requires('notification.read')
  list(@CurrentActor() actor: Actor, @Query() query: NotificationListQueryDto): Promise<NotificationPageDto> {
    return this.notifications.list(actor, query);
  }

  /** How many cases have something new. */
  @Get('count')
  @Requires('notification.read')
  count(@CurrentActor() actor: Actor): Promise<NotificationCountDto> {
    return this.notifications.count(actor);
  }

  /** Mark all as read. */
  @Put('read')
  @HttpCode(204)
  @Requires('notification.read')
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.notifications.readAll(actor);
  }

  /** Mark one as read; the next event of the case makes it unread again. */
  @Put(':id/read')
  @HttpCode(204)
  @Requires('notification.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<void> {
    return this.notifications.read(actor, id);
  }
}
