// `npm run bench`: the figures of docs/performance.md. Arguments are passed on.
import { prepared } from './run/prepared.mjs';
import { build } from './run/build.mjs';
import { runThrough } from './run/child.mjs';

await prepared(async () => {
  await build('api', 'web');
  process.exitCode = await runThrough(process.execPath, ['tools/bench/run.mjs', ...process.argv.slice(2)]);
});
