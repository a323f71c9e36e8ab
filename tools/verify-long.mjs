// `npm run verify:long`: what takes too long for `npm test` (files *.long.spec.ts). `npm run verify:long -- matrix` runs a part.
import { prepared } from './run/prepared.mjs';
import { runThrough } from './run/child.mjs';

await prepared(async () => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  process.exitCode = await runThrough(process.execPath, [...jest, ...process.argv.slice(2)], {
    env: { ...process.env, LOTSE_LONG: '1' },
  });
});
