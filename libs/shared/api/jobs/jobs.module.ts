import { Module } from '@nestjs/common';
import { Jobs } from './jobs';

/** Schedules and background work. */
@Module({ providers: [Jobs], exports: [Jobs] })
export class JobsModule {}
