import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../config';
import { Jobs } from '../jobs/jobs';
import { JobsModule } from '../jobs/jobs.module';
import { MailDelivery } from './mail-delivery';
import { MailTransport } from './mail-transport';
import { MailWake } from './mail-wake';
import { OutgoingMailController } from './outgoing-mail.controller';
import { OutgoingMailService } from './outgoing-mail.service';

/** Sends the outbox: at once when a mail is put in, and once a minute for what had to wait. */
@Module({
  imports: [JobsModule],
  controllers: [OutgoingMailController],
  providers: [MailDelivery, MailTransport, MailWake, OutgoingMailService],
  exports: [MailDelivery],
})
export class MailModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly config: AppConfig,
    private readonly delivery: MailDelivery,
    private readonly wake: MailWake,
    jobs: Jobs,
  ) {
    jobs.schedule('mail.sweep', '* * * * *', async () => {
      await this.delivery.deliverDue();
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.backgroundWork === false) return;
    await this.wake.listen(() => void this.delivery.deliverDue().catch(() => undefined));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.wake.close();
    await this.delivery.stop();
  }
}
