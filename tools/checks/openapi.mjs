// The OpenAPI document is kept in the repository: a change of the interface is seen in review. `--write` brings it up to date.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/root.mjs';

const golden = join(root, 'apps/api/openapi.json');
const now = join(root, 'dist/openapi.json');

mkdirSync(join(root, 'dist'), { recursive: true });
const { status } = spawnSync(process.execPath, ['--enable-source-maps', 'dist/api/main.js', `--openapi=${now}`], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) {
  console.error('the API could not write its OpenAPI document');
  process.exit(1);
}
const text = readFileSync(now, 'utf8');
if (process.argv.includes('--write')) {
  writeFileSync(golden, text);
  console.log(`apps/api/openapi.json written (${Object.keys(JSON.parse(text).paths).length} paths)`);
} else if (!existsSync(golden) || readFileSync(golden, 'utf8') !== text) {
  const words = ['diff', '--no-index', '--stat', '-p', '--', golden, now];
  if (existsSync(golden)) spawnSync('git', words, { cwd: root, stdio: 'inherit' });
  console.error('apps/api/openapi.json is not what the API says. If the change is meant: npm run openapi');
  process.exit(1);
}
