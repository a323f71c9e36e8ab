// `npm run bench`: what an ordinary signed-in person waits for, beside a bare server that answers the same from the same database.
// Options: --scale=1 (of 100,000 companies and 300,000 cases), --seconds=8 (each measurement), --connections=1,16, --keep (leave the database running).
import { createHash, randomBytes } from 'node:crypto';
import { fork } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { startPostgres } from '../postgres/cluster.mjs';
import { importTypeScript } from '../run/bundle.mjs';
import { freePort } from '../run/port.mjs';
import { dataFolder, root } from '../run/root.mjs';
import { startServer, untilServing } from '../run/server.mjs';
import { cpuSeconds } from './cpu.mjs';
import { fill } from './fill.mjs';

const option = (name, fallback) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;
const seconds = Number(option('seconds', 8));
const scale = Number(option('scale', 1));
const connections = option('connections', '1,16').split(',').map(Number);
const say = (text) => console.log(`[bench] ${text}`);

const postgres = await startPostgres(join(dataFolder(), 'bench'), { tell: say });
const url = await database();
const client = new pg.Client({ connectionString: url });
await client.connect();
const person = await signedIn();
const port = await freePort();
const product = startServer({ DATABASE_URL: url, PORT: String(port), LOG_LEVEL: 'warn' });
if (!(await untilServing(product.child, port))) throw new Error('the program did not start');
const limitPort = await freePort();
const limit = fork(join(root, 'tools/bench/limit-line.mjs'), {
  env: { ...process.env, BENCH_DATABASE_URL: url, BENCH_ORGANISATION: person.organisation, PORT: String(limitPort) },
});
await new Promise((ready) => limit.once('message', ready));
const postmaster = (await client.query('select pg_backend_pid()')).rows.length && Number((await readPostmaster()) ?? 0);

const operations = await describeOperations();
const results = [];
for (const at of connections) {
  for (const operation of operations) {
    const ours = await measure(`http://127.0.0.1:${port}`, operation.product, at, product.child.pid);
    const bare = await measure(`http://127.0.0.1:${limitPort}`, operation.bare, at, limit.pid);
    results.push({ name: operation.name, at, ours, bare });
    say(`${operation.name} @ ${at}: ${Math.round(ours.rate)}/s against ${Math.round(bare.rate)}/s`);
  }
}
const table = report(results);
console.log(`\n${table}`);
writeFileSync(join(dataFolder(), 'bench.md'), table);
limit.kill('SIGTERM');
await product.stop();
await client.end();
if (!process.argv.includes('--keep')) await postgres.stop();
process.exit(0);

/** The filled database; made again when the schema has changed. */
async function database() {
  const { provision } = await importTypeScript('apps/api/database/provision.ts');
  const { seedReference } = await importTypeScript('apps/api/database/seeds/seed-reference.ts');
  const name = `bench_${digestOf('apps/api/database/migrations', 'tools/bench/fill.mjs')}_${String(scale).replace('.', '')}`;
  const address = new URL(postgres.url);
  address.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  const known = await admin.query('select 1 from pg_database where datname = $1', [name]);
  if (!known.rowCount) {
    for (const { datname } of (await admin.query(`select datname from pg_database where datname ~ '^bench_'`)).rows)
      await admin.query(`drop database ${datname} with (force)`);
    await admin.query(`create database ${name}`);
    try {
      await provision(address.href);
      await seedReference(address.href, false);
      const filler = new pg.Client({ connectionString: address.href });
      await filler.connect();
      try {
        await fill(filler, say, scale);
      } finally {
        await filler.end();
      }
    } catch (error) {
      await admin.query(`drop database ${name} with (force)`);
      throw error;
    }
  }
  await admin.end();
  return address.href;
}

/** Short name of the state of files, so that another schema or another set is filled anew. */
function digestOf(...places) {
  const hash = createHash('sha256');
  for (const place of places) {
    const files = statSync(join(root, place)).isDirectory() ? readdirSync(join(root, place)).sort() : [''];
    for (const file of files) hash.update(readFileSync(join(root, place, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** A session each for an officer and a manager of Rodgau. */
async function signedIn() {
  const open = async (role) => {
    const token = randomBytes(32).toString('base64url');
    const { rows } = await client.query(
      `insert into sessions (token_hash, user_id, organisation_id) select $1, m.user_id, m.organisation_id
       from memberships m join users u on u.id = m.user_id where u.email = $2 returning organisation_id`,
      [createHash('sha256').update(token).digest(), `bench-${role.toLowerCase()}@rodgau.example`],
    );
    return { cookie: `lotse=${token}`, organisation: rows[0].organisation_id };
  };
  const [officer, manager] = [await open('OFFICER'), await open('MANAGER')];
  return { officer: officer.cookie, manager: manager.cookie, organisation: officer.organisation };
}

async function describeOperations() {
  const { rows: cases } = await client.query('select id from service_cases where owner_org = $1 order by id limit 400', [
    person.organisation,
  ]);
  const company = (await client.query('select id from companies where keeper_org = $1 limit 1', [person.organisation])).rows[0].id;
  const get = (path, cookie = person.officer) => ({ method: 'GET', path, headers: { cookie } });
  const words = ['Nebelfuchs Maschinenbau', 'Wolkenhaim Druck', 'Kieselblick', 'Baeckerei 4711', 'Silberquell Grosshandel'];
  const post = {
    method: 'POST',
    path: '/api/v1/cases',
    headers: { cookie: person.officer, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'OTHER', title: 'Vorgang', companyId: company }),
  };
  return [
    { name: 'list 50 open + total', product: [get('/api/v1/cases?status=OPEN&ownership=organisation&size=50')], bare: [get('/list')] },
    {
      name: 'case + timeline',
      product: cases.flatMap(({ id }) => [get(`/api/v1/cases/${id}`), get(`/api/v1/cases/${id}/timeline`)]),
      bare: cases.flatMap(({ id }) => [get(`/case/${id}`), get(`/timeline/${id}`)]),
    },
    {
      name: 'search company',
      product: words.map((word) => get(`/api/v1/companies?q=${encodeURIComponent(word)}`)),
      bare: words.map((word) => get(`/search?q=${encodeURIComponent(word)}`)),
    },
    { name: 'create case', product: [post], bare: [{ method: 'POST', path: '/create', body: '{}' }] },
    { name: 'satisfaction', product: [get('/api/v1/satisfaction', person.manager)], bare: [get('/satisfaction')] },
  ];
}

async function readPostmaster() {
  const { rows } = await client.query(`select pg_read_file('postmaster.pid') as text`);
  return rows[0].text.split('\n')[0];
}

async function measure(address, requests, at, pid) {
  const options = (duration) => ({ url: address, connections: at, duration, requests, timeout: 30 });
  await load(options(2));
  const before = [cpuSeconds(pid), cpuSeconds(postmaster)];
  const result = await load(options(seconds));
  const after = [cpuSeconds(pid), cpuSeconds(postmaster)];
  const done = result['2xx'];
  if (result.non2xx || result.errors) throw new Error(`${address}${requests[0].path}: ${result.non2xx} refused, ${result.errors} failed`);
  const cpu = (i) => (after[i] === undefined ? undefined : ((after[i] - before[i]) * 1000) / done);
  const times = result.times.sort((a, b) => a - b);
  const at95 = times[Math.ceil(times.length * 0.95) - 1];
  return { rate: done / result.duration, p50: times[Math.floor(times.length / 2)], p95: at95, program: cpu(0), database: cpu(1) };
}

/** One run of autocannon; it knows no 95th percentile, so every answer's time is kept. */
function load(options) {
  const times = [];
  return new Promise((done, fail) => {
    const running = autocannon(options, (error, result) => (error ? fail(error) : done({ ...result, times })));
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
}

function report(rows) {
  const head = [
    'operation',
    'connections',
    'Lotse req/s',
    'limit req/s',
    'ratio',
    'Lotse p50 ms',
    'Lotse p95 ms',
    'limit p50 ms',
    'limit p95 ms',
    'CPU ms/req program',
    'CPU ms/req database',
    'limit CPU ms/req',
  ];
  const number = (value, digits = 2) => (value === undefined ? '–' : value.toFixed(digits));
  const lines = rows.map(({ name, at, ours, bare }) => [
    name,
    at,
    number(ours.rate, 0),
    number(bare.rate, 0),
    number(ours.rate / bare.rate),
    number(ours.p50, 1),
    number(ours.p95, 1),
    number(bare.p50, 1),
    number(bare.p95, 1),
    number(ours.program),
    number(ours.database),
    number((bare.program ?? 0) + (bare.database ?? 0)),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
