import pg from 'pg';
import { Problem } from '../run/problem.mjs';

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** How many people of the database are no demo accounts; 0 in a database without our tables. */
export const realPeople = (url) =>
  connected(url, async (client) => {
    const { rows } = await client.query(`select to_regclass('public.users') is not null as known`);
    if (!rows[0].known) return 0;
    const counted = await client.query('select count(*)::int as n from users where not is_demo');
    return counted.rows[0].n;
  });

/** @throws Problem when the database is in real use and nobody has said `--force` */
export async function refuseReset({ url }, force) {
  const people = await realPeople(url);
  if (people && !force) {
    throw new Problem(
      `this database is in real use: ${people} of its accounts are no demo accounts. Nothing was changed.`,
      'To delete it all the same, make a backup (docs/operations.md) and run: npm run db:reset -- --force',
    );
  }
}

/** Deletes our schemas with everything in them, in one transaction. Roles and other schemas stay. */
export const resetDatabase = (url) =>
  connected(url, async (client) => {
    await client.query(`set lock_timeout = '10s'`);
    await client.query('begin');
    await client.query('drop schema if exists jobs cascade');
    await client.query('drop schema if exists public cascade');
    await client.query('create schema public');
    await client.query('grant usage on schema public to public');
    await client.query('commit');
  });
