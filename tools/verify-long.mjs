// `npm run verify:long`: what takes too long for `npm test` (files *.long.spec.ts). `npm run verify:long -- matrix` runs a part.
import { prepared } from './run/prepared.mjs';
import { runThrough } from './run/child.mjs';

await prepared(async () => {
  const { build } = await import('./run/build.mjs');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const jest = (...args) =>
    runThrough(process.execPath, [...node, ...args, ...process.argv.slice(2)], { env: { ...process.env, LOTSE_LONG: '1' } });
  const specs = await jest('--passWithNoTests');
  await build('api');
  process.exitCode = specs || (await jest('--config', 'jest.program.config.mjs', '--passWithNoTests'));
});
