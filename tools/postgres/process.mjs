import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../run/lock.mjs';

/** Whether a process is the PostgreSQL of this data folder. Where the machine does not tell, a living one is believed. */
function serves(pid, data) {
  if (!isAlive(pid)) return false;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const at = words.indexOf('-D');
    return at > 0 && realpathSync(words[at + 1]) === realpathSync(data);
  } catch {
    return process.platform !== 'linux' && isAlive(pid);
  }
}

/** The server that `postmaster.pid` speaks of, or undefined when there is none. */
export function serverOf(data) {
  let lines;
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return pid > 1 && serves(pid, data) ? { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' } : undefined;
}

/** After a power cut the number in `postmaster.pid` may belong to another program; PostgreSQL would then refuse to start. */
export function dropStaleNote(data) {
  if (process.platform === 'linux' && !serverOf(data)) rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Waits until the server of a data folder is ready; undefined when `goesOn` says there is no hope, or time is up. */
export async function untilReady(data, goesOn, limit = 60_000) {
  for (const end = Date.now() + limit; Date.now() < end && goesOn(); await wait(20)) {
    const server = serverOf(data);
    if (server?.isReady) return server;
  }
  return undefined;
}

/** Stops a server: sessions end and a checkpoint is written; one that takes too long recovers from its log at the next start. */
export async function stopServer(pid, patience = 2500) {
  const gone = async (limit) => {
    for (const end = Date.now() + limit; Date.now() < end; await wait(25)) if (!isAlive(pid)) return true;
    return !isAlive(pid);
  };
  for (const [signal, limit] of [
    ['SIGINT', patience],
    ['SIGQUIT', 800],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await gone(limit)) return;
  }
}
