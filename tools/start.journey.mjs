import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './postgres/cluster.mjs';
import { placeOf } from './postgres/place.mjs';
import { serverOf } from './postgres/process.mjs';
import { ended, isRunning } from './run/child.mjs';
import { freePort } from './run/port.mjs';
import { root } from './run/root.mjs';

const folder = join(root, '.lotse/e2e'); // the journeys have left demo data there
const cluster = join(folder, 'postgres');
const started = [];

/** `npm start` in a process group of its own, with what it says. */
function npmStart(env) {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, LOTSE_DATA_DIR: folder, LOTSE_DEMO: '1', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const program = { child, said: '', end: ended(child), began: Date.now() };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (program.said += chunk));
  started.push(program);
  return program;
}

/** Seconds until it says that it is ready, which must then be true. */
async function untilReady(program, port) {
  while (isRunning(program.child)) {
    if (program.said.includes('Stop with Ctrl+C')) {
      expect((await fetch(`http://localhost:${port}/api/health/ready`)).status).toBe(200);
      return (Date.now() - program.began) / 1000;
    }
    await wait(50);
  }
  throw new Error(`it ended by itself:\n${program.said}`);
}

/** As Ctrl+C does it: to npm and the command at once. */
async function stopped({ child, end }) {
  if (isRunning(child)) process.kill(-child.pid, 'SIGINT');
  await end;
}

const signsIn = async (port) => {
  const answer = await fetch(`http://localhost:${port}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'officer@dietzenbach.example', password: 'lotse-demo' }),
  });
  return answer.status;
};

/** The database without the program, with all rights. */
async function withDatabase(work) {
  const server = await startPostgres(cluster);
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end();
    await server.stop();
  }
}

describe('npm start', () => {
  let port;

  beforeAll(async () => {
    port = String(await freePort());
    const first = npmStart({ PORT: port }); // builds and fills what the journeys have not
    await untilReady(first, port);
    await stopped(first);
  }, 300_000);

  afterEach(() => Promise.all(started.map(stopped)));

  it('finds its data again and ends within 10 s of SIGTERM to npm, the database too', async () => {
    const second = npmStart({ PORT: port });
    console.log(`a later start was ready after ${await untilReady(second, port)} s`); // the aim is 15; a busy machine is no fault
    expect(await signsIn(port)).toBe(200);
    expect(second.said).toContain(`http://localhost:${port}`);
    expect(second.said).toContain('officer@dietzenbach.example');

    const asked = Date.now();
    second.child.kill('SIGTERM');
    expect(await second.end).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(serverOf(join(placeOf(cluster), 'data'))).toBeUndefined();
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
  });

  it('says who uses the data folder or the port, and leaves both alone', async () => {
    const first = npmStart({ PORT: port });
    await untilReady(first, port);
    const sameFolder = npmStart({ PORT: String(await freePort()) });
    const samePort = npmStart({ PORT: port, LOTSE_DATA_DIR: join(root, '.lotse/never') });
    expect(await sameFolder.end).not.toBe(0);
    expect(sameFolder.said).toMatch(/are in use by a program that runs already/);
    expect(await samePort.end).not.toBe(0);
    expect(samePort.said).toContain(`port ${port} is in use`);
    expect(await signsIn(port)).toBe(200);

    process.kill(-first.child.pid, 'SIGKILL'); // npm and the command at once: nobody can tell the server
    const again = npmStart({ PORT: port });
    await untilReady(again, port);
    expect(await signsIn(port)).toBe(200);
  });

  it('refuses a database that is newer, says so, and changes nothing', async () => {
    const newer = 'FromTomorrow9999999999999';
    await withDatabase((client) => client.query('insert into migrations (timestamp, name) values (9999999999999, $1)', [newer]));
    const program = npmStart({ PORT: port });
    expect(await program.end).not.toBe(0);
    expect(program.said).toContain(newer);
    expect(program.said).toMatch(/newer than this program/);
    await withDatabase(async (client) => {
      const { rowCount } = await client.query('delete from migrations where name = $1', [newer]);
      expect(rowCount).toBe(1);
      const { rows } = await client.query('select count(*)::int as n from users');
      expect(rows[0].n).toBeGreaterThan(0);
    });
  });

  it.each([
    ['superuser', 'nosuperuser', 'is a superuser'],
    ['bypassrls', 'nobypassrls', 'bypasses policies'],
  ])('does not serve as a role that is %s: no policy would hold', async (unsafe, safe, words) => {
    await withDatabase((client) => client.query(`alter role lotse_app ${unsafe}`));
    const program = npmStart({ PORT: port });
    expect(await program.end).not.toBe(0);
    expect(program.said).toContain(`The database role lotse_app ${words}: row-level security would not hold. Nothing is served.`);
    expect(program.said).not.toMatch(/^\s+at /m);
    await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow();
    await withDatabase((client) => client.query(`alter role lotse_app ${safe}`));
  });
});
