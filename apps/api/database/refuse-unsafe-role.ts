import { Client } from 'pg';
import { ProvisionError, type RuntimeUrls } from './provision';

interface Danger {
  role: string;
  superuser: boolean;
  bypasses: boolean;
  owns: string | null;
}

/** Of the connected role and of every role it could become by SET ROLE. */
const DANGER = `select current_user::text as role, bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as bypasses,
    (select min(c.oid::regclass::text) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
  from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER')`;

/**
 * The policies are the last guard of who sees what, and they bind neither superusers nor roles with BYPASSRLS; the owner of a table
 * could switch them off. So a program that would serve as such a role does not serve at all.
 * @throws ProvisionError naming the role and what it may do too much
 */
export async function refuseUnsafeRole(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Danger>(DANGER);
    const fault = rows[0] ? faultOf(rows[0]) : 'is unknown';
    if (fault)
      throw new ProvisionError(`The database role ${rows[0]?.role} ${fault}: row-level security would not hold. Nothing is served.`);
  } finally {
    await client.end();
  }
}

/** Looks at every role the program serves with. */
export async function refuseUnsafeRoles({ appUrl, authUrl, jobsUrl }: RuntimeUrls): Promise<void> {
  for (const url of [appUrl, authUrl, jobsUrl]) await refuseUnsafeRole(url);
}

function faultOf({ superuser, bypasses, owns }: Danger): string | undefined {
  if (superuser) return 'is a superuser';
  if (bypasses) return 'bypasses policies';
  if (owns) return `owns ${owns}`;
  return undefined;
}
