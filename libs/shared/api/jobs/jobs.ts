import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { AppConfig } from '../config';

/** What a job does; `data` is what it was sent with. It may run twice: it must find out by itself what is left to do. */
export type JobHandler = (data: unknown) => Promise<void>;

interface Task {
  handler: JobHandler;
  /** Minute, hour, day, month, weekday in German time; without it the job runs only when it is sent. */
  cron?: string;
}

const RETRY_START_MS = 15_000;
const STOP_WITHIN_MS = 4_000;

/**
 * Schedules and background work by pg-boss in the schema `jobs`, as the role `lotse_jobs`. Of several programs on one database
 * each run of a schedule happens in one. Starts with the program without holding it up; a test that wants no background work
 * sets `backgroundWork` to false.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly tasks = new Map<string, Task>();
  private boss: PgBoss | undefined;
  private starting: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly config: AppConfig) {}

  /** Runs `handler` by the clock; register in the constructor of a module. Times are those of Europe/Berlin. */
  schedule(name: string, cron: string, handler: JobHandler): void {
    this.add(name, { cron, handler });
  }

  /** Runs `handler` whenever somebody sends the job. */
  work(name: string, handler: JobHandler): void {
    this.add(name, { handler });
  }

  /** Asks for a job to be run soon. Throws while the jobs are not running. */
  async send(name: string, data: object = {}): Promise<void> {
    if (!this.boss || !this.tasks.has(name)) throw new Error(`no job ${name} is running`);
    await this.boss.send(name, data);
  }

  /** Whether the background work has started. */
  get isRunning(): boolean {
    return this.boss !== undefined;
  }

  onApplicationBootstrap(): void {
    if (this.config.backgroundWork !== false) this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.starting;
    await this.boss?.stop({ graceful: true, close: true, timeout: STOP_WITHIN_MS }).catch(() => undefined);
  }

  private add(name: string, task: Task): void {
    if (this.tasks.has(name)) throw new Error(`job ${name} is registered twice`);
    this.tasks.set(name, task);
  }

  private start(): void {
    this.starting = this.boot().catch((error: Error) => {
      this.logger.error(`background work did not start: ${error.message}`);
      if (this.stopped) return;
      this.timer = setTimeout(() => this.start(), RETRY_START_MS);
      this.timer.unref();
    });
  }

  private async boot(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.config.databases.jobs,
      schema: 'jobs',
      createSchema: false,
      max: 2,
      application_name: 'lotse jobs',
    });
    boss.on('error', (error: Error) => this.logger.warn(error.message));
    try {
      await boss.start();
      for (const [name, task] of this.tasks) await this.begin(boss, name, task);
      await this.forgetOldSchedules(boss);
      this.boss = boss;
    } catch (error) {
      await boss.stop({ graceful: false, close: true }).catch(() => undefined);
      throw error;
    }
  }

  private async begin(boss: PgBoss, name: string, { cron, handler }: Task): Promise<void> {
    await boss.createQueue(name, { policy: 'short', retryLimit: 2, retryBackoff: true, expireInSeconds: 300, deleteAfterSeconds: 86_400 });
    await boss.work(name, { pollingIntervalSeconds: 5 }, async (jobs) => {
      for (const job of jobs) await this.run(name, handler, job.data);
    });
    if (cron) await boss.schedule(name, cron, {}, { tz: 'Europe/Berlin' });
  }

  private async run(name: string, handler: JobHandler, data: unknown): Promise<void> {
    try {
      await handler(data);
    } catch (error) {
      this.logger.error(`job ${name} failed: ${(error as Error).message}`);
      throw error;
    }
  }

  private async forgetOldSchedules(boss: PgBoss): Promise<void> {
    for (const { name } of await boss.getSchedules()) if (!this.tasks.get(name)?.cron) await boss.unschedule(name);
  }
}
