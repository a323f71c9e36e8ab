import { Module } from '@nestjs/common';
import { LiveTopics } from '@lotse/shared/api';
import { CaseAccountability } from './case-accountability.service';
import { CaseActionsController } from './case-actions.controller';
import { CaseActions } from './case-actions.service';
import { CaseChanges } from './case-changes';
import { CaseList } from './case-list.service';
import { CaseReader } from './case-reader';
import { CaseTimeline } from './case-timeline.service';
import { CasesController } from './cases.controller';
import { CasesService } from './cases.service';
import { ConfidentialCounts } from './confidential-counts.service';
import { FollowUpWriter } from './follow-up-writer';
import { UndoController } from './undo.controller';
import { UndoService } from './undo.service';
import { FollowUpsController } from './follow-ups.controller';
import { FollowUpsService } from './follow-ups.service';
import { JobEffectsController } from './job-effects.controller';
import { JobEffectsService } from './job-effects.service';
import { RoutingController } from './routing/routing.controller';
import { RoutingRules } from './routing/routing-rules.service';
import { RoutingService } from './routing/routing.service';

/** The case: its life, timeline, follow-ups and effects on jobs. */
@Module({
  controllers: [CasesController, CaseActionsController, FollowUpsController, JobEffectsController, UndoController, RoutingController],
  providers: [
    CaseAccountability,
    CaseActions,
    CaseChanges,
    CaseList,
    CaseReader,
    CaseTimeline,
    CasesService,
    ConfidentialCounts,
    FollowUpWriter,
    FollowUpsService,
    JobEffectsService,
    UndoService,
    RoutingRules,
    RoutingService,
  ],
})
export class CasesModule {
  constructor(live: LiveTopics, reader: CaseReader) {
    live.register('case', (tx, id, actor) => reader.isVisible(tx, actor, id));
  }
}
