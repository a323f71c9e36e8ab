// The limit line: a bare Node `http` server with `pg` that answers the same questions from the same PostgreSQL, without any rights.
import { createServer } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 16 });
const organisation = process.env.BENCH_ORGANISATION;
const json = (response, body) => {
  const text = JSON.stringify(body);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
};

const CASE = `select c.id, c.file_number, c.type, c.title, c.status, c.waiting_for, c.outcome, c.owner_org, o.name as owner, c.officer_id, c.officer_name,
  c.confidential, c.next_step, c.next_step_on, c.company_id, k.name as company, c.version, c.created_at, c.updated_at
  from service_cases c join companies k on k.id = c.company_id join organisations o on o.id = c.owner_org`;

const routes = {
  list: async () => {
    const [rows, total] = await Promise.all([
      pool.query({
        name: 'list',
        text: `${CASE} where c.owner_org = $1 and c.status <> 'CLOSED' order by c.next_step_on, c.id limit 50`,
        values: [organisation],
      }),
      pool.query({
        name: 'count',
        text: `select count(*)::int as n from service_cases where owner_org = $1 and status <> 'CLOSED'`,
        values: [organisation],
      }),
    ]);
    return { items: rows.rows, total: total.rows[0].n };
  },
  case: async (id) => (await pool.query({ name: 'case', text: `${CASE} where c.id = $1`, values: [id] })).rows[0],
  timeline: async (id) => {
    const { rows } = await pool.query({
      name: 'timeline',
      text: 'select * from timeline_events where case_id = $1 order by recorded_at desc, id desc',
      values: [id],
    });
    return { items: rows, total: rows.length };
  },
  search: async (q) => {
    const { rows } = await pool.query({
      name: 'search',
      text: `select c.id, c.name, c.legal_form, c.size_class, c.industry_code, count(*) over ()::int as total from company_search s join companies c on c.id = s.company_id
             where s.words @> search_words_of(fold_name($1)) order by s.name_key, s.company_id limit 50`,
      values: [q],
    });
    return { items: rows, total: rows[0]?.total ?? 0 };
  },
  create: async () => {
    const client = await pool.connect();
    try {
      const id = randomUUID();
      await client.query('begin');
      await client.query({
        name: 'create',
        text: `insert into service_cases (id, region_id, file_number, type, title, company_id, owner_org, reader_orgs)
               select $1::uuid, region_id, 'LIMIT-' || $1::text, 'OTHER', 'Vorgang', (select id from companies limit 1), id, array[id] from organisations where id = $2`,
        values: [id, organisation],
      });
      await client.query({
        name: 'event',
        text: `insert into timeline_events (case_id, kind, by_name) values ($1, 'case.created', 'Bench')`,
        values: [id],
      });
      await client.query('commit');
      return { id };
    } finally {
      client.release();
    }
  },
  satisfaction: async () => {
    const [batches, funnel] = await Promise.all([
      pool.query({
        name: 'batches',
        text: `select quarter, counts from published_batches where credited @> array[$1::uuid]`,
        values: [organisation],
      }),
      pool.query({
        name: 'funnel',
        text: `select date_trunc('quarter', created_at at time zone 'Europe/Berlin') as q, count(*)::int, (count(*) filter (where answered_at is not null))::int as answered
               from surveys where credited @> array[$1::uuid] and created_at > now() - interval '450 days' group by 1`,
        values: [organisation],
      }),
    ]);
    return { batches: batches.rows, funnel: funnel.rows };
  },
};

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [, name, argument] = url.pathname.split('/');
  request.resume();
  routes[name](argument ?? url.searchParams.get('q')).then(
    (body) => json(response, body),
    (error) => {
      response.writeHead(500);
      response.end(error.message);
    },
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
