import { Problem } from '../run/problem.mjs';

const OLDEST = 150_000;

const CAUSES = {
  ECONNREFUSED: 'no PostgreSQL answers at that address',
  ENOTFOUND: 'the host is not known',
  EAI_AGAIN: 'the host is not known (or the name service does not answer)',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  '28P01': 'the password is wrong',
  28000: 'the account is refused (pg_hba.conf)',
  '3D000': 'the database does not exist; create it first (createdb)',
  '57P03': 'the server is starting or stopping',
  53300: 'the server has no connection left',
};

/** The address without its password, for messages. */
export function withoutPassword(url) {
  const address = new URL(url);
  if (address.password) address.password = '***';
  return address.href;
}

function parse(text) {
  let address;
  try {
    address = new URL(text);
  } catch {
    address = undefined;
  }
  if (!address || !['postgres:', 'postgresql:'].includes(address.protocol) || !address.hostname) {
    throw new Problem('DATABASE_URL is not an address like postgres://user:password@host:5432/database. Nothing was started or changed.');
  }
}

/**
 * Looks at the PostgreSQL of `DATABASE_URL` before anything uses it.
 * @throws Problem when it cannot be reached, is too old, or its account may not make the runtime roles
 */
export async function checkGiven(url, { Client } = {}) {
  parse(url);
  Client ??= (await import('pg')).default.Client;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
             rolsuper or (rolcreaterole and rolbypassrls) as fits
      from pg_roles where rolname = current_user`);
    const [{ version, name, fits }] = rows;
    if (version < OLDEST) throw new Problem(`DATABASE_URL points to PostgreSQL ${name}; 15 or newer is needed. Nothing was changed.`);
    if (!fits) {
      throw new Problem(
        'the account in DATABASE_URL is not administrative: it must be a superuser, or have CREATEROLE and BYPASSRLS. Nothing was changed.',
        'The program uses it to make its own roles and tables, and serves with those roles only.',
      );
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    const cause = CAUSES[error.code] ?? (/timeout/.test(error.message) ? CAUSES.ETIMEDOUT : error.message || error.code);
    throw new Problem(`DATABASE_URL (${withoutPassword(url)}) cannot be used: ${cause}. Nothing was started or changed.`);
  } finally {
    await client.end().catch(() => {});
  }
}
