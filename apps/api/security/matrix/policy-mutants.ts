import type { World } from '@lotse/shared/testing';

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

interface Policy {
  table: string;
  name: string;
  permissive: string;
  command: string;
  using: string | null;
  check: string | null;
}

/** A policy broken in one way, and how to mend it. */
export interface Mutant {
  name: string;
  break: SqlText;
  mend: SqlText;
}

/**
 * Of every policy: the policy dropped; its condition replaced by `true`, and its check replaced by `true`. A restrictive policy that is
 * dropped and one that says `true` are the same, so it is broken once.
 */
export async function policyMutants(world: World): Promise<Mutant[]> {
  const policies = await world.sql<Policy & Record<string, unknown>>(
    `select c.relname as table, p.polname as name, case when p.polpermissive then 'permissive' else 'restrictive' end as permissive,
       case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  return policies.flatMap(mutantsOf);
}

function mutantsOf({ table, name, permissive, command, using, check }: Policy): Mutant[] {
  const conditions = [using === null ? '' : `using (${using})`, check === null ? '' : `with check (${check})`].join(' ');
  const on = `policy ${name} on ${table}`;
  const mutants: Mutant[] = [
    {
      name: `${table}.${name} dropped`,
      break: `drop ${on}`,
      mend: `create ${on} as ${permissive} for ${command} to lotse_app ${conditions}`,
    },
  ];
  if (using !== null && using !== 'true' && permissive === 'permissive')
    mutants.push({ name: `${table}.${name} for everybody`, break: `alter ${on} using (true)`, mend: `alter ${on} using (${using})` });
  if (check !== null)
    mutants.push({
      name: `${table}.${name} without its check`,
      break: `alter ${on} with check (true)`,
      mend: `alter ${on} with check (${check})`,
    });
  return mutants;
}
