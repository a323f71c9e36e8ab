import { Module } from '@nestjs/common';
import { LiveTopics } from '@lotse/shared/api';
import { CaseMutesController } from './case-mutes.controller';
import { CaseMutes } from './case-mutes.service';
import { NotificationsController } from './notifications.controller';
import { Notifications } from './notifications.service';

/** Who is told of what, and who does not want to be. */
@Module({
  controllers: [CaseMutesController, NotificationsController],
  providers: [CaseMutes, Notifications],
})
export class NotificationsModule {
  constructor(live: LiveTopics, notifications: Notifications) {
    live.register('notification', (tx, id, actor) => notifications.isVisible(tx, actor, id));
  }
}
