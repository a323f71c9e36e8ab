import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runThrough } from './child.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';
import { say } from './say.mjs';

/**
 * Whether what npm has installed is what the lock file says.
 * @param {Record<string, {integrity?: string, optional?: boolean}>} wanted packages of package-lock.json
 * @param {Record<string, {integrity?: string}> | undefined} have packages of npm's own note about node_modules
 */
export function isComplete(wanted, have) {
  if (!have) return false;
  const present = ([path, { integrity, optional }]) => !path || (path in have ? have[path].integrity === integrity : Boolean(optional));
  return Object.entries(wanted).every(present); // what lies there besides does no harm
}

const packagesOf = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined);

/** Installs the packages when they are missing or not the ones of the lock file. Needs nothing but Node and npm. */
export async function install() {
  const have = packagesOf(join(root, 'node_modules/.package-lock.json')); // npm's note of what it put there
  if (isComplete(packagesOf(join(root, 'package-lock.json')), have)) return;
  say(have ? 'packages are out of date: installing' : 'installing packages (once, about a minute)');
  // No package of ours needs an install script, and none may run one.
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const env = { ...process.env, NODE_ENV: '', npm_config_omit: '' }; // a production NODE_ENV would leave out what the build needs
  const code = await runThrough(npm[0], [...npm.slice(1), ...options], { cwd: root, env }).catch((error) => error.code);
  if (code !== 0) {
    throw new Problem(
      `the packages could not be installed (npm ended with ${code}).`,
      'The first installation needs a connection to the npm registry and about 1.5 GB of disk. Then run the same command again.',
    );
  }
  say('packages installed');
}
