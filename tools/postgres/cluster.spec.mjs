import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { isAlive } from '../run/lock.mjs';
import { FORGETFUL, startPostgres } from './cluster.mjs';
import { checkGiven } from './given.mjs';
import { removeCluster } from './place.mjs';
import { serverOf } from './process.mjs';

const base = mkdtempSync(join(tmpdir(), 'lotse-cluster-'));
chmodSync(base, 0o755); // PostgreSQL may run as another account
const reachable = join(base, 'reachable');
const start = (folder, options = {}) => startPostgres(folder, { settings: FORGETFUL, reachable, ...options });

async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the database that comes with npm', () => {
  const folder = join(base, 'kept');

  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it('keeps its data from one start to the next, and two starts at once share one server', async () => {
    const first = await start(folder);
    await query(first.url, 'create table kept as select 42 as n');
    await first.stop();
    expect(serverOf(join(folder, 'data'))).toBeUndefined();

    const [second, third] = await Promise.all([start(folder), start(folder)]);
    expect([second.wasRunning, third.wasRunning].sort()).toEqual([false, true]);
    expect(await query(third.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await second.stop();
  });

  it('recovers after it was killed, also when its number belongs to another program now', async () => {
    const before = await start(folder);
    const { pid } = serverOf(join(folder, 'data'));
    process.kill(pid, 'SIGKILL');
    while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
    const note = join(folder, 'data/postmaster.pid');
    writeFileSync(note, readFileSync(note, 'utf8').replace(String(pid), String(process.pid)));

    const after = await start(folder);
    expect(after.wasRunning).toBe(false);
    expect(await query(after.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await after.stop();
    await before.stop();
  });

  it('refuses data of another PostgreSQL and leaves them alone', async () => {
    const version = join(folder, 'data/PG_VERSION');
    writeFileSync(version, '17\n');
    await expect(start(folder)).rejects.toThrow(/were made by PostgreSQL 17.*\n.*Nothing was changed/);
    expect(readFileSync(version, 'utf8')).toBe('17\n');
    writeFileSync(version, '18\n');
  });

  it('refuses a damaged folder with what PostgreSQL said, and leaves it alone', async () => {
    const control = join(folder, 'data/global/pg_control');
    const saved = readFileSync(control);
    truncateSync(control, 100);
    await expect(start(folder)).rejects.toThrow(/damaged or incomplete[^]*Nothing was changed[^]*PostgreSQL: /);
    writeFileSync(control, saved);

    const version = join(folder, 'data/PG_VERSION');
    rmSync(version);
    await expect(start(folder)).rejects.toThrow(/PG_VERSION is missing/);
    expect(existsSync(control)).toBe(true);
    writeFileSync(version, '18\n');
    const again = await start(folder);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 42 }]);
    await again.stop();
  });

  it('begins afresh after a first start that was interrupted', async () => {
    const interrupted = join(base, 'interrupted');
    mkdirSync(join(interrupted, 'new-4711/data'), { recursive: true });
    writeFileSync(join(interrupted, 'new-4711/data/PG_VERSION'), '18\n');
    const server = await start(interrupted);
    expect(existsSync(join(interrupted, 'new-4711'))).toBe(false);
    await server.stop();
  });

  it('is found again where the system account can reach it, and says so', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const wanted = join(closed, 'data');
    const told = [];
    const first = await start(wanted, { tell: (text) => told.push(text) });
    await query(first.url, 'create table moved as select 1 as n');
    await first.stop();
    const second = await start(wanted);
    expect(await query(second.url, 'select n from moved')).toEqual([{ n: 1 }]);
    await second.stop();
    // Only root hands PostgreSQL to another account; everybody else reaches their own folders.
    const isRoot = process.getuid?.() === 0;
    expect(second.folder === wanted).toBe(!isRoot);
    expect(told.join('\n').includes(second.folder)).toBe(isRoot);
    removeCluster(wanted);
    expect(existsSync(second.folder)).toBe(false);
  });
});

describe('a database given by DATABASE_URL', () => {
  it.each([
    ['not an address', /is not an address like/],
    ['http://localhost/x', /is not an address like/],
    ['postgres://me:secret@127.0.0.1:1/x', /no PostgreSQL answers/],
  ])('is refused when it is %s', async (url, message) => {
    await expect(checkGiven(url)).rejects.toThrow(message);
    await expect(checkGiven(url)).rejects.not.toThrow(/secret/);
  });

  it('is refused with the reason: wrong password, missing database, account without the rights', async () => {
    const folder = join(base, 'given');
    mkdirSync(base, { recursive: true, mode: 0o755 });
    const server = await start(folder);
    try {
      await query(server.url, `create role plain login createrole password 'plain'`);
      const other = (change) => {
        const url = new URL(server.url);
        change(url);
        return url.href;
      };
      await expect(checkGiven(server.url)).resolves.toBeUndefined();
      await expect(checkGiven(other((url) => (url.password = 'wrong')))).rejects.toThrow(/password is wrong/);
      await expect(checkGiven(other((url) => (url.pathname = '/nowhere')))).rejects.toThrow(/does not exist/);
      const plain = other((url) => ((url.username = 'plain'), (url.password = 'plain')));
      await expect(checkGiven(plain)).rejects.toThrow(/not administrative/);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
