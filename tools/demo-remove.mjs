// `npm run demo:remove`: takes the demo companies, cases and accounts out of the database; what people have entered stays.
import { prepared } from './run/prepared.mjs';
import { importTypeScript } from './run/bundle.mjs';
import { Problem } from './run/problem.mjs';
import { say } from './run/say.mjs';
import { withDatabase } from './postgres/connect.mjs';

await prepared(() =>
  withDatabase(async ({ url }) => {
    const { removeDemo } = await importTypeScript('apps/api/database/seeds/demo/index.ts');
    const removed = await removeDemo(url).catch((error) => {
      throw error.code === '42P01' ? new Problem('this database holds no Lotse yet; there is nothing to remove.') : error;
    });
    for (const [what, count] of Object.entries(removed ?? {})) console.log(`  ${what}: ${count}`);
    say('the demo data are removed. Start with LOTSE_DEMO=0 from now on, or they come back with the next start of an empty database');
  }),
);
