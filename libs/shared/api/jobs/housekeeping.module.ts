import { Module } from '@nestjs/common';
import { JobsDatabase } from '../database/database';
import { StoredFiles } from '../storage/stored-files';
import { Jobs } from './jobs';
import { JobsModule } from './jobs.module';

/** Removes what is kept for a while only. */
@Module({ imports: [JobsModule] })
export class HousekeepingModule {
  constructor(jobs: Jobs, db: JobsDatabase, files: StoredFiles) {
    jobs.schedule('idempotency.forget', '23 * * * *', async () => {
      await db.anonymous((tx) => tx.query('select forget_idempotency_keys()'));
    });
    jobs.schedule('undo.forget', '37 * * * *', async () => {
      await db.anonymous((tx) => tx.query('select forget_undo_steps()'));
    });
    jobs.schedule('viewing.end', '*/10 * * * *', async () => {
      await db.anonymous((tx) => tx.query('select end_lapsed_viewings()'));
    });
    jobs.schedule('bin.empty', '11 3 * * *', async () => {
      await db.anonymous((tx) => tx.query('select empty_bin()'));
    });
    jobs.schedule('files.sweep', '41 3 * * *', async () => {
      await files.sweep();
    });
  }
}
