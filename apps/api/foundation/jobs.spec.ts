import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { Jobs, JobsModule } from '@lotse/shared/api';
import { type TestApi, testApi } from '@lotse/shared/testing';

const done: unknown[] = [];

@Module({ imports: [JobsModule] })
class SpecModule {
  constructor(jobs: Jobs) {
    jobs.work('spec.work', (data) => {
      done.push(data);
      return Promise.resolve();
    });
    jobs.schedule('spec.nightly', '15 3 * * *', () => Promise.resolve());
  }
}

const until = async (condition: () => boolean | Promise<boolean>) => {
  for (let i = 0; i < 200 && !(await condition()); i++) await sleep(50);
};

let api: TestApi;
beforeAll(async () => {
  api = await testApi([SpecModule], { config: { backgroundWork: true } });
  await until(() => api.app.get(Jobs).isRunning);
});
afterAll(() => api.close());

it('does what it is sent, once, in the background', async () => {
  await api.app.get(Jobs).send('spec.work', { n: 1 });
  await until(() => done.length > 0);
  expect(done).toEqual([{ n: 1 }]);
});

it('keeps its schedules in German time, in its own schema', async () => {
  const rows = await api.world.sql(`select name, cron, timezone from jobs.schedule where name = 'spec.nightly'`);
  expect(rows).toEqual([{ name: 'spec.nightly', cron: '15 3 * * *', timezone: 'Europe/Berlin' }]);
  const [owner] = await api.world.sql(`select tableowner from pg_tables where schemaname = 'jobs' and tablename = 'schedule'`);
  expect(owner).toEqual({ tableowner: 'lotse_jobs' });
});

it('refuses unknown jobs and names that are taken', async () => {
  const jobs = api.app.get(Jobs);
  await expect(jobs.send('spec.unknown')).rejects.toThrow('no job spec.unknown');
  expect(() => jobs.work('spec.work', () => Promise.resolve())).toThrow('registered twice');
});

it('holds at most three connections and ends within a few seconds', async () => {
  const connections = async () =>
    Number(
      (
        await api.world.sql<{ n: string }>(
          `select count(*) as n from pg_stat_activity where application_name = 'lotse jobs' and query ~ 'jobs\\.'`,
        )
      )[0]?.n,
    );
  expect(await connections()).toBeLessThanOrEqual(3);
  const other = await testApi([SpecModule], { config: { backgroundWork: true } });
  await until(() => other.app.get(Jobs).isRunning);
  const begin = performance.now();
  await other.close();
  expect(performance.now() - begin).toBeLessThan(5000);
});
