import { join } from 'node:path';
import { takeLock } from '../run/lock.mjs';
import { Problem } from '../run/problem.mjs';
import { dataFolder } from '../run/root.mjs';
import { startPostgres } from './cluster.mjs';
import { checkGiven } from './given.mjs';

/** Tells who serves from a data folder, so that a second program does not. */
export function busy(folder, holder) {
  return new Problem(
    `the data in ${folder} are in use by a program that runs already (process ${holder.pid}${holder.address ? `, ${holder.address}` : ''}).`,
    `Stop that one first (Ctrl+C there, or kill ${holder.pid}), or give this one a folder of its own with LOTSE_DATA_DIR.`,
  );
}

/** PostgreSQL refuses to be opened twice; this says so before, in words. Rejects with the `Problem` of `busy`. */
export async function lockData(folder, about = {}) {
  let lock;
  try {
    lock = await takeLock(folder, about);
  } catch (error) {
    throw new Problem(`the data folder ${folder} cannot be written (${error.code}). Set LOTSE_DATA_DIR to a folder that can.`);
  }
  if (lock.holder) throw busy(folder, lock.holder);
  return lock;
}

/**
 * The database a command works on: the one of `DATABASE_URL`, or the one that comes with npm.
 * @returns {Promise<{url: string, given: boolean, wasRunning: boolean, stop(): Promise<void>}>} `stop` leaves a given database alone
 */
export async function openDatabase(tell) {
  const given = process.env.DATABASE_URL?.trim();
  if (given) {
    await checkGiven(given);
    return { url: given, given: true, wasRunning: true, stop: async () => {} };
  }
  return { given: false, ...(await startPostgres(join(dataFolder(), 'postgres'), { tell })) };
}

/** Does a piece of work on the database and stops PostgreSQL again if it was not running before. */
export async function withDatabase(work) {
  const database = await openDatabase(console.log);
  try {
    return await work(database);
  } finally {
    if (!database.wasRunning) await database.stop();
  }
}
