import { createHmac, hkdfSync } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './migrations';

/** Connection strings of the roles the program serves with; none of them owns a table or bypasses policies. */
export interface RuntimeUrls {
  appUrl: string;
  authUrl: string;
  jobsUrl: string;
}

const OLDEST_POSTGRES = 150_000;
const LOGIN_ROLES = ['lotse_app', 'lotse_auth', 'lotse_jobs'] as const;

/** A state of the database that a person has to look at; the message says what to do. */
export class ProvisionError extends Error {
  override name = 'ProvisionError';
}

/**
 * Brings the database behind the administrative address up to this program: roles, extensions, migrations.
 * Safe to call at every start and by several programs at once. Changes nothing in a database that is newer than the program.
 * @throws ProvisionError when PostgreSQL is too old, the account may not create roles, or the database is newer.
 */
export async function provision(adminUrl: string): Promise<RuntimeUrls> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await refuseUnfit(admin);
    await admin.query(`select pg_advisory_lock(hashtext('lotse.provision'))`);
    await createRoles(admin, adminUrl);
    await migrate(adminUrl);
  } finally {
    await admin.end();
  }
  return runtimeUrls(adminUrl);
}

/** The addresses of the runtime roles; their passwords are derived from the administrative one, so nothing has to be stored. */
export function runtimeUrls(adminUrl: string): RuntimeUrls {
  const address = (role: string) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = rolePassword(adminUrl, role);
    return url.href;
  };
  return { appUrl: address('lotse_app'), authUrl: address('lotse_auth'), jobsUrl: address('lotse_jobs') };
}

/** The password of a runtime role on the server behind `adminUrl`; the same at every start. */
export function rolePassword(adminUrl: string, role: string): string {
  const given = process.env['LOTSE_SECRET'] ?? decodeURIComponent(new URL(adminUrl).password);
  if (!given) throw new ProvisionError('DATABASE_URL has no password: set LOTSE_SECRET to a long random value.');
  const key = Buffer.from(hkdfSync('sha256', given, 'lotse', 'database roles', 32));
  return createHmac('sha256', key).update(role).digest('base64url');
}

async function refuseUnfit(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ version: number; known: string | null }>(
    `select current_setting('server_version_num')::int as version, to_regclass('public.migrations')::text as known`,
  );
  const found = rows[0];
  if (!found || found.version < OLDEST_POSTGRES) throw new ProvisionError('PostgreSQL 15 or newer is needed.');
  if (!found.known) return;
  const applied = await admin.query<{ name: string }>('select name from migrations');
  const ours = new Set(migrations.map((migration) => migration.name));
  const unknown = applied.rows.map((row) => row.name).filter((name) => !ours.has(name));
  if (unknown.length)
    throw new ProvisionError(
      `The database is newer than this program (it holds ${unknown.join(', ')}). Start the newer program; nothing was changed.`,
    );
}

/** Roles belong to the server, not to the database: another program may be creating them at the same moment. */
async function createRoles(admin: Client, adminUrl: string): Promise<void> {
  await patiently(() => admin.query(ROLES));
  for (const role of LOGIN_ROLES) {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = rolePassword(adminUrl, role);
    const probe = new Client({ connectionString: url.href });
    const fits = await probe.connect().then(
      () => true,
      () => false,
    );
    await probe.end().catch(() => undefined);
    if (!fits) await patiently(() => admin.query(`alter role ${role} password '${rolePassword(adminUrl, role)}'`));
  }
}

const ROLES = `
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('lotse_owner', 'nologin nobypassrls'),
      ('lotse_definer', 'nologin bypassrls'),
      ('lotse_app', 'login nobypassrls'),
      ('lotse_auth', 'login nobypassrls'),
      ('lotse_jobs', 'login nobypassrls'),
      ('lotse_backup', 'nologin bypassrls')) as r(name, options)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s', wanted.name, wanted.options);
    end if;
  end loop;
end
$$;
grant lotse_owner, lotse_definer, lotse_jobs to current_user;
`;

/** Two programs that create the same role at once get one of these; the second try finds the role there. */
const RACES = new Set(['XX000', '23505', '42710', '40001']);

async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '42501') throw new ProvisionError('The account in DATABASE_URL may not create roles. Use an administrative account.');
      if (!code || !RACES.has(code) || attempt === 8) throw error;
      await new Promise((done) => setTimeout(done, 50 * attempt));
    }
  }
}

async function migrate(adminUrl: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url: adminUrl, migrations: migrations.map((migration) => migration.type) });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
