import { runThrough } from './child.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';

const QUIET = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_UPDATE_NOTIFIER: '1' };

/** Builds what is stale of the given projects; the rest comes from Nx's cache. */
export async function build(...projects) {
  const nx = ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'];
  const code = await runThrough(process.execPath, nx, {
    cwd: root,
    env: { ...process.env, ...QUIET },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (code !== 0) throw new Problem('the program could not be built; see above. A database that was there is untouched.');
}
