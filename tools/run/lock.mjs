import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem.mjs';

let taken = 0;

/** When a process began, in ticks since the machine started; tells a process from a later one with the same number. */
function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}

/** Whether a process exists, also one of another user. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function holderOf(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(holder.pid) && beganAt(holder.pid) === holder.began ? holder : undefined;
  } catch {
    return undefined; // gone, or written by a machine that lost power
  }
}

/**
 * Takes the lock of a data folder, so that two programs never serve from one folder. The lock of a process that no longer
 * exists is taken over; a living one gets `patience` ms to end.
 * @param {string} folder
 * @param {object} about what the next one should be told, such as the address
 * @returns {Promise<{release(): void, tookOver: boolean} | {holder: {pid: number}}>} `tookOver`: its holder was killed
 */
export async function takeLock(folder, about, patience = 3000) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const mine = join(folder, `lock.${process.pid}.${++taken}`);
  const text = JSON.stringify({ pid: process.pid, began: beganAt(process.pid), ...about });
  writeFileSync(mine, text);
  let tookOver = false;
  try {
    for (const until = Date.now() + patience; ;) {
      try {
        linkSync(mine, file); // fails when the file exists: one of two wins, and it is never half written
        return { tookOver, release: () => readText(file) === text && rmSync(file, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const stale = readText(file);
      const holder = holderOf(file);
      if (holder && Date.now() > until) return { holder };
      if (holder) await wait(50);
      else if (stale !== undefined) {
        tookOver = true;
        discard(file, stale);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

const readText = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Removes a left-over lock; one that a third process has put there in the meantime is put back. */
function discard(file, stale) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== stale) linkSync(aside, file);
  } catch {
    // somebody else was faster
  }
  rmSync(aside, { force: true });
}

/** Does `work` while no other command does work on the same folder. */
export async function alone(folder, work) {
  const lock = await takeLock(folder, {}, 90_000);
  if (lock.holder) throw new Problem(`another command (process ${lock.holder.pid}) has been busy in ${folder} for too long; end it first.`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
