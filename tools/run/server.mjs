import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isRunning, stopChild } from './child.mjs';
import { root } from './root.mjs';

/** Requests that are being answered may end; then the server has to go. Stays, with the database, below ten seconds. */
const PATIENCE = 6500;

/**
 * Starts the built server in a process group of its own: signals reach it only through the command, in order.
 * @param {Record<string, string>} env what the server is told beside this process's environment
 */
export function startServer(env) {
  const follow = join(root, 'tools/run/follow-parent.mjs');
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', follow, 'dist/api/main.js'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: { ...process.env, NODE_ENV: 'production', WEB_ROOT: join(root, 'dist/web'), ...env },
  });
  child.on('message', () => {});
  return { child, stop: () => stopChild(child, PATIENCE) };
}

/** Waits until the server says that it is ready; false when it ended before. */
export async function untilServing(child, port) {
  while (isRunning(child)) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok && isRunning(child)) return true;
    await wait(50);
  }
  return false;
}
