// `npm run openapi`: writes apps/api/openapi.json from the built API.
import { prepared } from './run/prepared.mjs';
import { build } from './run/build.mjs';
import { runThrough } from './run/child.mjs';

await prepared(async () => {
  await build('api');
  process.exitCode = await runThrough(process.execPath, ['tools/checks/openapi.mjs', '--write']);
});
