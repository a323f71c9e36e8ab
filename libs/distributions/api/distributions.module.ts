import { Module } from '@nestjs/common';
import { Jobs, JobsModule, LiveTopics } from '@lotse/shared/api';
import { CaseDistributionsController } from './case-distributions.controller';
import { DistributionActions } from './distribution-actions.service';
import { DistributionMail } from './distribution-mail';
import { DistributionReminders } from './distribution-reminders.service';
import { DistributionsController } from './distributions.controller';
import { DistributionsService } from './distributions.service';
import { ExposesController } from './exposes.controller';
import { Exposes } from './exposes.service';
import { SiteProfileController } from './site-profile.controller';
import { SiteProfiles } from './site-profiles.service';

/** Fair distribution: one enquiry for sites to several organisations that compete, at the same moment and under the same rules. */
@Module({
  imports: [JobsModule],
  controllers: [CaseDistributionsController, DistributionsController, ExposesController, SiteProfileController],
  providers: [DistributionActions, DistributionMail, DistributionReminders, DistributionsService, Exposes, SiteProfiles],
})
export class DistributionsModule {
  constructor(live: LiveTopics, jobs: Jobs, distributions: DistributionsService, reminders: DistributionReminders) {
    jobs.schedule('distributions.remind', '*/10 7-18 * * *', async () => void (await reminders.remind()));
    live.register('distribution', (tx, id, actor) => distributions.isVisible(tx, actor, id));
  }
}
