import { World, testUrls } from '@lotse/shared/testing';

/** Everything below looks at the schema `public`, where the rows of the product are. */
const OWN_FUNCTIONS = `pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
  where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;

/** What the database itself says about its tables, functions and rights. */
export class Catalogue {
  private constructor(private readonly world: World) {}

  static async open(): Promise<Catalogue> {
    return new Catalogue(await World.open(testUrls().admin));
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** Tables whose rows are not protected: policies missing, switched off, or not in force for the owner. */
  unprotectedTables(): Promise<string[]> {
    return this.list(`select c.relname || ': ' || concat_ws(', ', case when not c.relrowsecurity then 'off' end,
        case when not c.relforcerowsecurity then 'not forced' end,
        case when not exists (select from pg_policy p where p.polrelid = c.oid) then 'no policy' end) as line
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)) order by 1`);
  }

  /** Policies that let anybody write. */
  openWritePolicies(): Promise<string[]> {
    return this
      .list(`select tablename || '.' || policyname as line from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE'
      and cmd <> 'SELECT' and (coalesce(qual, '') = 'true' or coalesce(with_check, '') = 'true'
        or (cmd in ('INSERT', 'UPDATE', 'ALL') and with_check is null)) order by 1`);
  }

  /** Policies for somebody else than the serving role. */
  policiesForOthers(): Promise<string[]> {
    return this.list(
      `select tablename || '.' || policyname as line from pg_policies where schemaname = 'public' and roles <> '{lotse_app}' order by 1`,
    );
  }

  /** Views that would read with the rights of their owner. */
  viewsOfOwners(): Promise<string[]> {
    return this.list(`select c.relname as line from pg_class c where c.relnamespace = 'public'::regnamespace and (c.relkind = 'm'
      or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}')) order by 1`);
  }

  /** Functions that run with the rights of `lotse_definer`, with the search path they fix. */
  definerFunctions(): Promise<string[]> {
    return this
      .list(`select p.oid::regprocedure::text || ' owned by ' || pg_get_userbyid(p.proowner) || coalesce(' with ' || array_to_string(p.proconfig, ', '), '')
      as line from ${OWN_FUNCTIONS} and p.prosecdef order by 1`);
  }

  /** Functions everybody who can connect may call. */
  publicFunctions(): Promise<string[]> {
    return this.list(`select p.oid::regprocedure::text as line from ${OWN_FUNCTIONS}
      and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0)) order by 1`);
  }

  /** Everything a role may do with tables, columns, functions, sequences, schemas and the database itself, one line each. */
  grantsOf(role: string): Promise<string[]> {
    return this.list(
      `select line from (select 'role: member of ' || pg_get_userbyid(m.roleid) as line from pg_auth_members m where m.member = $1::regrole
       union all select 'schema ' || n.nspname || ': ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type)
         from pg_namespace n, aclexplode(n.nspacl) a where a.grantee = $1::regrole and n.nspname <> 'jobs' group by n.nspname
       union all select c.relname || ': ' || lower(a.privilege_type) from pg_class c, aclexplode(c.relacl) a
         where c.relnamespace = 'public'::regnamespace and a.grantee = $1::regrole
       union all select c.relname || ': ' || lower(a.privilege_type) || ' (' || string_agg(t.attname, ', ' order by t.attnum) || ')'
         from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
         where c.relnamespace = 'public'::regnamespace and a.grantee = $1::regrole group by c.relname, a.privilege_type
       union all select 'execute ' || p.oid::regprocedure::text from ${OWN_FUNCTIONS}
         and exists (select from aclexplode(p.proacl) a where a.grantee = $1::regrole)
       ) grants order by line collate "C"`,
      [role],
    );
  }

  /** What a role may change of a table, column by column. */
  writableColumns(role: string, table: string): Promise<string[]> {
    return this.list(
      `select attname as line from pg_attribute where attrelid = $2::regclass and attnum > 0 and not attisdropped
       and (has_column_privilege($1, attrelid, attnum, 'INSERT') or has_column_privilege($1, attrelid, attnum, 'UPDATE')) order by 1`,
      [role, table],
    );
  }

  /** Tables, functions, types and schemas a role owns. */
  ownedBy(role: string): Promise<string[]> {
    return this.list(
      `select relname::text as line from pg_class where relowner = $1::regrole and relkind <> 't' and relnamespace::regnamespace::text not in ('jobs', 'pg_toast')
       union all select proname::text from pg_proc where proowner = $1::regrole and pronamespace::regnamespace::text <> 'jobs'
       union all select nspname::text from pg_namespace where nspowner = $1::regrole order by 1`,
      [role],
    );
  }

  /** Attributes of a role that would put it above the rules. */
  powersOf(role: string): Promise<string[]> {
    return this.list(
      `select power as line from pg_roles r, lateral (values ('superuser', r.rolsuper), ('bypassrls', r.rolbypassrls), ('createrole', r.rolcreaterole),
         ('createdb', r.rolcreatedb), ('replication', r.rolreplication)) as p(power, held) where r.rolname = $1 and p.held order by 1`,
      [role],
    );
  }

  /** Foreign keys that would read a whole table to check one row. */
  unindexedForeignKeys(): Promise<string[]> {
    return this.list(`select k.conrelid::regclass || '.' || k.conname as line from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (select from pg_index i
        where i.indrelid = k.conrelid and i.indpred is null and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey) order by 1`);
  }

  /** Enumerated types: their operators are not leakproof, so policies would make them slow. */
  enums(): Promise<string[]> {
    return this.list(`select typname::text as line from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace order by 1`);
  }

  private async list(text: SqlText, values: unknown[] = []): Promise<string[]> {
    return (await this.world.sql<{ line: string }>(text, values)).map(({ line }) => line);
  }
}

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;
