import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended } from './child.mjs';
import { Problem } from './problem.mjs';
import { root } from './root.mjs';
import { clock } from './say.mjs';
import { onStop } from './stopping.mjs';

/** Whether a Node version fits ranges of the form `^24.15.0 || ^26.0.0`. */
export function fits(version, ranges) {
  const numbers = (text) => text.replace(/^[v^]/, '').split('.').map(Number);
  const [major, minor, patch] = numbers(version);
  return ranges.split('||').some((range) => {
    const [wantedMajor, wantedMinor, wantedPatch] = numbers(range.trim());
    return major === wantedMajor && (minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch));
  });
}

/** The Node that npm has put beside the other packages for this machine, or undefined where none is published. */
function pinned({ optionalDependencies }) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const path = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(path) ? { path, version: `v${optionalDependencies[name]}` } : undefined;
}

/**
 * Makes sure that what follows runs under the pinned Node: returns when it does already, otherwise runs the same command
 * again under it and ends this process with its exit code.
 */
export async function continueUnderPinnedNode() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const node = pinned(manifest);
  if (node ? node.version === process.version : fits(process.version, manifest.engines.node)) return;
  if (!node) {
    throw new Problem(
      `this needs Node ${manifest.engines.node}; you have ${process.version}, and npm offers none for ${process.platform}-${process.arch}.`,
      'Install Node 24 (https://nodejs.org) and run the same command again.',
    );
  }
  // The channel tells the child when this process is killed without a chance to say so.
  const child = spawn(node.path, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...clock },
  });
  onStop(() => child.kill('SIGTERM'));
  process.exit(await ended(child));
}
