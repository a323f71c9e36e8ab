import { hash } from '@node-rs/argon2';
import { passwordFault } from '@lotse/identity/contract';
import { Client } from 'pg';

/** The first person of an installation. */
export interface FirstAdministrator {
  email: string;
  name: string;
  /** Slug of the organisation, such as `kreis-offenbach`. */
  organisation: string;
  password: string;
}

/** The input cannot be used; the message says what to change. */
export class FirstAdministratorError extends Error {
  override name = 'FirstAdministratorError';
}

/**
 * Creates the first administrator of an empty installation through the administrative address.
 * @throws FirstAdministratorError when an administrator exists already, the organisation is unknown or the password is guessable
 */
export async function createAdministrator(adminUrl: string, input: FirstAdministrator): Promise<void> {
  if (!/^\S+@\S+\.\S+$/.test(input.email)) throw new FirstAdministratorError('The e-mail address is not valid.');
  const fault = passwordFault(input.password, [input.email, input.name, input.organisation]);
  if (fault) throw new FirstAdministratorError(`The password cannot be used (${fault}): at least 15 characters, not easy to guess.`);
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role lotse_definer');
    const taken = await client.query(`select from memberships where 'ADMINISTRATOR' = any (roles) limit 1`);
    if (taken.rowCount) throw new FirstAdministratorError('There is an administrator already; they invite further people in the program.');
    const found = await client.query<{ id: string }>('select id from organisations where slug = $1', [input.organisation]);
    if (!found.rows[0]) {
      const slugs = await client.query<{ slug: string }>('select slug from organisations order by slug');
      throw new FirstAdministratorError(`Unknown organisation. Known: ${slugs.rows.map((row) => row.slug).join(', ') || 'none'}.`);
    }
    const user = await client.query<{ id: string }>('insert into users (email, name, password_hash) values ($1, $2, $3) returning id', [
      input.email.toLowerCase(),
      input.name,
      await hash(input.password, { memoryCost: 64 * 1024, timeCost: 2, parallelism: 1 }),
    ]);
    await client.query(`insert into memberships (user_id, organisation_id, roles) values ($1, $2, '{ADMINISTRATOR}')`, [
      user.rows[0]?.id,
      found.rows[0].id,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}
