// `npm run db:migrate` brings the database up to this program; `npm run db:reset` empties it and does the same.
import { createInterface } from 'node:readline/promises';
import { prepared } from './run/prepared.mjs';
import { importTypeScript } from './run/bundle.mjs';
import { Problem } from './run/problem.mjs';
import { dataFolder } from './run/root.mjs';
import { say } from './run/say.mjs';
import { lockData, withDatabase } from './postgres/connect.mjs';
import { withoutPassword } from './postgres/given.mjs';

const [command, ...flags] = process.argv.slice(2);

await prepared(async () => {
  if (command === 'migrate') await withDatabase(migrate);
  else if (command === 'reset') await reset();
  else throw new Problem('usage: npm run db:migrate, or npm run db:reset [-- --yes] [-- --force]');
});

async function migrate({ url }) {
  const { prepareDatabase } = await importTypeScript('apps/api/database/prepare.ts');
  try {
    await prepareDatabase({ databaseUrl: url, demo: false, demoPassword: '' });
  } catch (error) {
    if (error.name === 'ProvisionError') throw new Problem(error.message);
    throw error;
  }
  say('the database is up to date');
}

async function reset() {
  const { refuseReset, resetDatabase } = await import('./postgres/reset.mjs'); // needs a package
  const lock = process.env.DATABASE_URL ? undefined : await lockData(dataFolder());
  try {
    await withDatabase(async (database) => {
      await refuseReset(database, flags.includes('--force'));
      if (!flags.includes('--yes') && !(await agreed(database))) throw new Problem('Nothing was changed.');
      await resetDatabase(database.url);
      await migrate(database);
      say('the database is empty; demo data come with the next npm start where they are wanted');
    });
  } finally {
    lock?.release();
  }
}

async function agreed({ url }) {
  if (!process.stdin.isTTY) throw new Problem('db:reset deletes everything in the database. Say so: npm run db:reset -- --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Delete everything in ${withoutPassword(url)}? Type "delete" to go on: `);
  terminal.close();
  return answer.trim() === 'delete';
}
