// The PostgreSQL that comes with npm, in a folder of ours. It runs detached: Ctrl+C reaches only the command, which stops
// the API first and the database last.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { isRunning } from '../run/child.mjs';
import { alone } from '../run/lock.mjs';
import { freePort } from '../run/port.mjs';
import { Problem } from '../run/problem.mjs';
import { explain } from './problems.mjs';
import { findPlace } from './place.mjs';
import { dropStaleNote, serverOf, stopServer, untilReady } from './process.mjs';

const NEEDED_MB = 200;

/** `log_checkpoints` would fill the log of a quiet office; `jit` costs more than it brings for short queries. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=256MB',
  'work_mem=16MB',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_checkpoints=off',
];

/** Nothing is lost if tests lose it. */
export const FORGETFUL = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * Starts PostgreSQL in a folder, makes its cluster on the first time, or joins the server that a command which was killed
 * has left behind.
 * @param {string} wanted the folder; it then holds `data`, `password` and `server.log`
 * @param {{settings?: string[], tell?: (text: string) => void, reachable?: string}} options
 * @returns {Promise<{url: string, wasRunning: boolean, folder: string, stop(): Promise<void>}>} `url` is administrative
 */
export async function startPostgres(wanted, { settings = [], tell = () => {}, reachable } = {}) {
  const place = findPlace(wanted, tell, reachable);
  place.data = join(place.folder, 'data');
  place.version = place.binaries.version;
  return alone(place.folder, () => startIn(place, settings)); // two commands at once: the second finds the first one's server
}

async function startIn(place, settings) {
  const isNew = !existsSync(place.data) || readdirSync(place.data).length === 0;
  if (isNew) await createCluster(place, settings);
  else checkCluster(place);

  const password = readPassword(place);
  const running = async (server, wasRunning) => ({
    url: `postgres://lotse:${password}@127.0.0.1:${server.port}/postgres`,
    wasRunning,
    folder: place.folder,
    stop: () => stopServer(server.pid),
  });
  if (serverOf(place.data)) {
    const server = await untilReady(place.data, () => serverOf(place.data));
    if (server) return running(server, true);
  }
  dropStaleNote(place.data);
  for (let attempt = 1; ; attempt++) {
    const { server, log } = await launch(place, settings);
    if (server) return running(server, false);
    // The port was taken in between, or processes of a killed server are about to end.
    if (attempt === 4 || !/could not bind|pre-existing shared memory/.test(log)) throw explain(log, place);
    await new Promise((done) => setTimeout(done, 500 * attempt));
  }
}

/** Complete or not there at all: everything is made beside its place and renamed. */
async function createCluster(place, settings) {
  const { folder, account, binaries, data } = place;
  assertSpace(folder);
  for (const name of readdirSync(folder)) {
    if (/^new-\d+$/.test(name)) rmSync(join(folder, name), { recursive: true, force: true }); // an interrupted first start
  }
  const half = join(folder, `new-${process.pid}`);
  const secret = join(half, 'password');
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [half, secret]) chownSync(path, account.uid, account.gid);
  const options = ['-D', join(half, 'data'), '-U', 'lotse', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8'];
  options.push('--locale-provider=icu', '--icu-locale=de-DE', '--locale=C');
  if (settings.includes('fsync=off')) options.push('--no-sync');
  const { uid, gid } = account;
  const made = spawnSync(binaries.initdb, options, { uid, gid, encoding: 'utf8', cwd: folder });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    if (/No space left/.test(made.stderr)) throw explain(made.stderr, place);
    throw new Problem(`the database could not be created in ${folder}.`, (made.stderr || String(made.error)).trim());
  }
  renameSync(secret, join(folder, 'password'));
  renameSync(join(half, 'data'), data);
  rmSync(half, { recursive: true, force: true });
}

function checkCluster({ data, binaries, folder }) {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new Problem(
      `${data} is not empty, but holds no complete PostgreSQL database (PG_VERSION is missing).`,
      'Nothing was changed or deleted. Put back a backup of that folder, move it away, or set LOTSE_DATA_DIR to another folder.',
    );
  }
  const major = readFileSync(file, 'utf8').trim();
  if (major !== binaries.major) {
    throw new Problem(
      `the data in ${data} were made by PostgreSQL ${major}; this program brings PostgreSQL ${binaries.major}.`,
      'Nothing was changed or deleted. Start the program version that made them, or move the data with pg_dump (docs/operations.md, "Upgrades").',
    );
  }
  assertSpace(folder);
}

function assertSpace(folder) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < NEEDED_MB) {
    throw new Problem(
      `only ${free} MB are free on the disk of ${folder}; the database needs at least ${NEEDED_MB} MB.`,
      'Nothing was changed. Free some space, or set LOTSE_DATA_DIR to a folder on another disk.',
    );
  }
}

function readPassword({ folder, data }) {
  try {
    return readFileSync(join(folder, 'password'), 'utf8').trim();
  } catch (error) {
    throw new Problem(
      `the password of the database (${basename(folder)}/password beside ${data}) cannot be read (${error.code}).`,
      'Nothing was changed. It belongs to the data: put it back from a backup of the whole folder.',
    );
  }
}

async function launch(place, settings) {
  const { folder, account, binaries, data } = place;
  const logFile = join(folder, 'server.log');
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.old`);
  const log = openSync(logFile, 'a', 0o600);
  const port = await freePort();
  const flags = [...SETTINGS, ...settings].flatMap((setting) => ['-c', setting]);
  const { uid, gid } = account;
  const server = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
    uid,
    gid,
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
  });
  let failure = '';
  server.once('error', (error) => (failure = String(error)));
  const ready = await untilReady(data, () => !failure && isRunning(server));
  closeSync(log);
  server.unref();
  if (ready) return { server: ready, log: '' };
  if (isRunning(server)) server.kill('SIGQUIT');
  return { log: failure || readFileSync(logFile, 'utf8') };
}
