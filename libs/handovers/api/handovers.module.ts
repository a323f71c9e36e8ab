import { Logger, Module } from '@nestjs/common';
import { CasesModule } from '@lotse/cases/api';
import { Jobs, JobsDatabase, JobsModule, LiveTopics } from '@lotse/shared/api';
import { AgreementsController } from './agreements/agreements.controller';
import { Agreements } from './agreements/agreements.service';
import { OrganisationAccountabilityController } from './balance/organisation-accountability.controller';
import { OrganisationAccountability } from './balance/organisation-accountability.service';
import { CaseHandoversController } from './case-handovers.controller';
import { ChecklistHandingController } from './checklist-handing.controller';
import { ChecklistHanding } from './checklist-handing.service';
import { HandoverDecisions } from './handover-decisions.service';
import { HandoverMail } from './handover-mail';
import { HandoverOffers } from './handover-offers.service';
import { HandoverPreview } from './handover-preview.service';
import { HandoversController } from './handovers.controller';
import { HandoversService } from './handovers.service';
import { TeamInboxController } from './team-inbox/team-inbox.controller';
import { TeamInbox } from './team-inbox/team-inbox.service';
import { UnattendedMail } from './team-inbox/unattended-mail';
import { CaseVisibility } from './visibility/case-visibility.service';
import { CompanyVisibility } from './visibility/company-visibility.service';
import { VisibilityController } from './visibility/visibility.controller';

/** Offer, accept, decline, withdraw, return, end, expire: how responsibility moves between organisations. */
@Module({
  imports: [CasesModule, JobsModule],
  controllers: [
    ChecklistHandingController,
    AgreementsController,
    CaseHandoversController,
    HandoversController,
    OrganisationAccountabilityController,
    TeamInboxController,
    VisibilityController,
  ],
  providers: [
    ChecklistHanding,
    Agreements,
    CaseVisibility,
    CompanyVisibility,
    HandoverDecisions,
    HandoverMail,
    HandoverOffers,
    HandoverPreview,
    HandoversService,
    OrganisationAccountability,
    TeamInbox,
    UnattendedMail,
  ],
})
export class HandoversModule {
  private readonly logger = new Logger('Handovers');

  constructor(db: JobsDatabase, jobs: Jobs, live: LiveTopics, handovers: HandoversService, inbox: TeamInbox) {
    live.register('handover', (tx, id, actor) => handovers.isVisible(tx, actor, id));
    jobs.schedule('handovers.lookAfter', '* * * * *', () => inbox.lookAfter());
    jobs.schedule('handovers.expire', '* * * * *', async () => {
      const [row] = await db.anonymous((tx) => tx.query<{ expired: number }[]>('select expire_handovers() as expired'));
      if (row?.expired) this.logger.log(`${row.expired} offers expired`);
    });
  }
}
