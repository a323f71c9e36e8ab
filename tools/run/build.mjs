import { spawn } from 'node:child_process';
import { ended, STOP_SIGNALS } from './child.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

const QUIET = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', FORCE_COLOR: '0' };
const NX = 'node_modules/nx/dist/bin/nx.js';

/**
 * Builds what is stale of the given projects; the rest comes from Nx's cache. What the tools say is shown when they fail.
 * @throws Problem when something cannot be built
 */
export async function build(...projects) {
  const patient = setTimeout(() => say('building'), 3000); // from the cache it is done before
  const child = spawn(process.execPath, [NX, 'run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'], {
    cwd: root,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const interrupt = () => (child.kill('SIGTERM'), process.exit(130));
  for (const signal of STOP_SIGNALS) process.on(signal, interrupt);
  const code = await ended(child);
  for (const signal of STOP_SIGNALS) process.off(signal, interrupt);
  clearTimeout(patient);
  if (code === 0) return;
  console.error(output.trimEnd());
  throw new Problem('the program could not be built; the reason stands above. Data that were there are untouched.');
}
