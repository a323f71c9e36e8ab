import { Module } from '@nestjs/common';
import { JobsDatabase } from '../database/database';
import { Jobs } from './jobs';
import { JobsModule } from './jobs.module';

/** Removes what is kept for a while only. */
@Module({ imports: [JobsModule] })
export class HousekeepingModule {
  constructor(jobs: Jobs, db: JobsDatabase) {
    jobs.schedule('idempotency.forget', '23 * * * *', async () => {
      await db.anonymous((tx) => tx.query('select forget_idempotency_keys()'));
    });
  }
}
