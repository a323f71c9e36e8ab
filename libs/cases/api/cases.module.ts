import { Module } from '@nestjs/common';
import { Jobs, JobsDatabase, JobsModule, LiveTopics } from '@lotse/shared/api';
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
import { DocumentReader } from './documents/document-reader';
import { DocumentUploads } from './documents/document-uploads.service';
import { DocumentsController } from './documents/documents.controller';
import { DocumentsService } from './documents/documents.service';
import { FollowUpWriter } from './follow-up-writer';
import { Checklists } from './checklists/checklists.service';
import { ChecklistsController } from './checklists/checklists.controller';
import { ChecklistTemplates } from './checklists/templates.service';
import { ChecklistTemplatesController } from './checklists/templates.controller';
import { BulkActions } from './bulk.service';
import { UndoController } from './undo.controller';
import { UndoService } from './undo.service';
import { FollowUpsController } from './follow-ups.controller';
import { FollowUpsService } from './follow-ups.service';
import { JobEffectsController } from './job-effects.controller';
import { JobEffectsService } from './job-effects.service';
import { RelocationController } from './relocation/relocation.controller';
import { RelocationMail } from './relocation/relocation-mail';
import { RelocationNotices } from './relocation/relocation-notices.service';
import { RelocationService } from './relocation/relocation.service';
import { RoutingController } from './routing/routing.controller';
import { RoutingRules } from './routing/routing-rules.service';
import { RoutingService } from './routing/routing.service';

/** The case: its life, timeline, follow-ups and effects on jobs. */
@Module({
  imports: [JobsModule],
  controllers: [
    CasesController,
    CaseActionsController,
    DocumentsController,
    FollowUpsController,
    JobEffectsController,
    UndoController,
    ChecklistsController,
    ChecklistTemplatesController,
    RelocationController,
    RoutingController,
  ],
  providers: [
    CaseAccountability,
    CaseActions,
    CaseChanges,
    CaseList,
    CaseReader,
    CaseTimeline,
    CasesService,
    ConfidentialCounts,
    DocumentReader,
    DocumentUploads,
    DocumentsService,
    FollowUpWriter,
    FollowUpsService,
    JobEffectsService,
    BulkActions,
    Checklists,
    ChecklistTemplates,
    UndoService,
    RelocationMail,
    RelocationNotices,
    RelocationService,
    RoutingRules,
    RoutingService,
  ],
  exports: [Checklists],
})
export class CasesModule {
  constructor(live: LiveTopics, reader: CaseReader, jobs: Jobs, db: JobsDatabase) {
    live.register('case', (tx, id, actor) => reader.isVisible(tx, actor, id));
    jobs.schedule('documents.emptyBin', '11 3 * * *', async () => {
      await db.anonymous((tx) => tx.query('select empty_document_bin()'));
    });
  }
}
