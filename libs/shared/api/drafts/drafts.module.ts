import { Module } from '@nestjs/common';
import { JobsDatabase } from '../database/database';
import { Jobs } from '../jobs/jobs';
import { JobsModule } from '../jobs/jobs.module';
import { DraftsController } from './drafts.controller';
import { Drafts } from './drafts.service';

/** Drafts of every form, per person and record. */
@Module({ imports: [JobsModule], controllers: [DraftsController], providers: [Drafts] })
export class DraftsModule {
  constructor(jobs: Jobs, db: JobsDatabase) {
    jobs.schedule('drafts.forget', '41 3 * * *', async () => {
      await db.anonymous((tx) => tx.query('select forget_drafts()'));
    });
  }
}
