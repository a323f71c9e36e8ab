import { Module } from '@nestjs/common';
import { Jobs, JobsDatabase, JobsModule, LiveTopics } from '@lotse/shared/api';
import { CaseMutesController } from './case-mutes.controller';
import { CaseMutes } from './case-mutes.service';
import { DigestMail } from './digest-mail';
import { DigestsController } from './digests.controller';
import { Digests } from './digests.service';
import { NotificationsController } from './notifications.controller';
import { Notifications } from './notifications.service';
import { PresenceController } from './presence.controller';
import { Presence } from './presence.service';

/** Who is told of what, in the program and by mail, who does not want to be, and who is there. */
@Module({
  imports: [JobsModule],
  controllers: [CaseMutesController, DigestsController, NotificationsController, PresenceController],
  providers: [CaseMutes, DigestMail, Digests, Notifications, Presence],
})
export class NotificationsModule {
  constructor(live: LiveTopics, jobs: Jobs, db: JobsDatabase, notifications: Notifications, presence: Presence, digests: Digests) {
    live.register('notification', (tx, id, actor) => notifications.isVisible(tx, actor, id));
    live.register('presence', (tx, id, actor) => presence.isVisible(tx, actor, id));
    jobs.schedule('notifications.digest', '* * * * *', async () => {
      await digests.queue();
    });
    jobs.schedule('presence.forget', '* * * * *', async () => {
      await db.anonymous((tx) => tx.query('select forget_presences()'));
    });
  }
}
