import { randomUUID } from 'node:crypto';
import { testUrls, type TestOrganisation, type TestPerson, World } from '@lotse/shared/testing';
import { Client, type DatabaseError } from 'pg';

/** Text an attacker would have to get into a statement of the program; the role and the transaction are the program's. */
type SqlText = string;

describe('SQL that somebody got into a statement', () => {
  let world: World;
  let client: Client;
  let owner: TestPerson;
  let rival: TestPerson;
  let rivalOrganisation: TestOrganisation;
  let caseId: string;

  beforeAll(async () => {
    const { admin, app } = testUrls();
    world = await World.open(admin);
    client = new Client({ connectionString: app });
    await client.connect();
    const region = await world.region();
    owner = await world.person(await world.organisation(region), 'OFFICER');
    rivalOrganisation = await world.organisation(region);
    rival = await world.person(rivalOrganisation, ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR', 'DATA_PROTECTION_OFFICER']);
    caseId = await aCase();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** One transaction as the program makes it, with the token of a person, or with none. */
  async function as(person: TestPerson | undefined, ...statements: SqlText[]): Promise<Record<string, unknown>[]> {
    await client.query('begin');
    try {
      await client.query(`select set_config('app.token', $1, true)`, [person?.token ?? '']);
      let rows: Record<string, unknown>[] = [];
      for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
      return rows;
    } finally {
      await client.query('rollback');
    }
  }

  async function aCase(): Promise<string> {
    const [company, id] = [randomUUID(), randomUUID()];
    await client.query('begin');
    await client.query(`select set_config('app.token', $1, true)`, [owner.token]);
    await client.query(`insert into companies (id, name, is_natural_person) values ($1, 'Probe Beispiel', true)`, [company]);
    await client.query(`select create_case($1, 'OTHER', 'Geheim', $2, null, false, null, '{}', null, null)`, [id, company]);
    await client.query('commit');
    return id;
  }

  const refused = async (person: TestPerson | undefined, statement: SqlText): Promise<string> => {
    try {
      await as(person, statement);
      return 'done';
    } catch (error) {
      return (error as DatabaseError).code ?? 'no code';
    }
  };

  it('reads nothing without a token, from no table there is', async () => {
    const tables = await world.sql<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and (has_table_privilege('lotse_app', c.oid, 'SELECT') or has_any_column_privilege('lotse_app', c.oid, 'SELECT')) order by 1`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const table: SqlText = name;
      expect([name, await as(undefined, `select count(*)::int as n from ${table}`)]).toEqual([name, [{ n: 0 }]]);
    }
  });

  it('is nobody without a token, whatever else it sets', async () => {
    const settings = ['org', 'org_id', 'user', 'user_id', 'region', 'role', 'roles'];
    const claims = settings.map((name): SqlText => `select set_config('app.${name}', '${owner.organisationId}', true)`);
    const nobody = { user: null, org: null, region: null, officer: false };
    const who = `select my_user() as user, my_org() as org, my_region() as region, has_role('{OFFICER,ADMINISTRATOR}') as officer`;
    expect(await as(undefined, who)).toEqual([nobody]);
    expect(await as(undefined, ...claims, who)).toEqual([nobody]);
    expect(await as(undefined, ...claims, 'select count(*)::int as n from service_cases')).toEqual([{ n: 0 }]);
  });

  it('stays the person whose token it is, whatever else it sets', async () => {
    const claim: SqlText = `select set_config('app.org', '${owner.organisationId}', true), set_config('app.user', '${owner.userId}', true)`;
    expect(await as(rival, claim, `select id from service_cases where id = '${caseId}'`)).toEqual([]);
    expect(await as(owner, `select id from service_cases where id = '${caseId}'`)).toEqual([{ id: caseId }]);
  });

  it.each([
    ['sessions', 'select token_hash from sessions'],
    ['sessions, column by column', 'select user_id from sessions'],
    ['passwords', 'select password_hash from users'],
    ['every column of people', 'select * from users'],
    ['links of invitations', 'select token_hash from invitations'],
    ['links of surveys', 'select token_hash from surveys'],
    ['addresses asked', 'select recipient_hash from surveys'],
    ['words of offers', 'select note from handovers'],
    ['failures to sign in', 'select * from sign_in_failures'],
    ['the words of all names', 'select word from search_words'],
    ['the search table', 'select * from company_search'],
    ['the queue of jobs', 'select * from jobs.job'],
    ['the hash of passwords in the server', 'select * from pg_authid'],
    ['a file of the server', `select pg_read_file('postgresql.conf')`],
  ])('cannot read %s', async (_, statement: SqlText) => {
    expect(await refused(rival, statement)).toBe('42501');
  });

  it.each([
    ['make a session', `insert into sessions (token_hash, user_id, organisation_id) select '\\x00', my_user(), my_org()`],
    ['take over a session', 'update sessions set organisation_id = my_org()'],
    ['give itself a role', `update memberships set roles = '{ADMINISTRATOR}'`],
    ['give itself a case', 'update service_cases set owner_org = my_org()'],
    [
      'read a case by granting it',
      `insert into case_access (case_id, organisation_id, source) select gen_random_uuid(), my_org(), 'SHARE'`,
    ],
    ['read a section', 'update case_sections set reader_orgs = array[my_org()]'],
    ['release a case', 'update service_cases set confidential = false'],
    ['forge the timeline', `insert into timeline_events (case_id, kind, by_name) values (gen_random_uuid(), 'x', 'y')`],
    ['forget the log', 'delete from audit_entries'],
    ['change an offer', `update handovers set state = 'ACCEPTED'`],
    ['switch policies off', 'alter table service_cases disable row level security'],
    ['leave them out', `set local role lotse_definer`],
    ['become the owner', 'set local role lotse_owner'],
    ['run triggers never', 'set local session_replication_role = replica'],
    ['empty a table', 'truncate service_cases'],
    ['make a table', 'create table loot (a int)'],
    ['make a function', `create function loot() returns int language sql as 'select 1'`],
    ['copy to a program', `copy (select 1) to program 'true'`],
  ])('cannot %s', async (_, statement: SqlText) => {
    expect(await refused(rival, statement)).toBe('42501');
  });

  it('cannot call what belongs to sign-in, to background work or to the rules themselves', async () => {
    const functions = await world.sql<{ call: string }>(
      `select p.proname || '(' || (select coalesce(string_agg('null::' || format_type(t, null), ', '), '') from unnest(p.proargtypes) t) || ')' as call
       from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and not has_function_privilege('lotse_app', p.oid, 'EXECUTE') order by 1`,
    );
    expect(functions.map(({ call }) => call.split('(')[0])).toEqual(
      expect.arrayContaining([
        'auth_open_session',
        'auth_account',
        'lease_mails',
        'refresh_case',
        'notify_live',
        'enqueue_mail',
        'survey_letter',
      ]),
    );
    for (const { call } of functions) {
      const statement: SqlText = `select ${call}`;
      expect([call, await refused(rival, statement)]).toEqual([call, '42501']);
    }
  });

  it('keeps policies on: switching row security off makes reading fail instead of showing more', async () => {
    await expect(as(rival, 'set local row_security = off', 'select id from service_cases')).rejects.toMatchObject({ code: '42501' });
  });

  it('reads nothing foreign through an operator or a function that tells what it is given', async () => {
    const spy = `select id from service_cases where id = '${caseId}' and (title::int = 1 or true)`;
    expect(await as(rival, spy)).toEqual([]);
  });

  it('sends no foreign invitation and no foreign survey to an address of its choice', async () => {
    const [invitation] = await world.sql<{ id: string }>(
      `insert into invitations (organisation_id, email, name, roles, token_hash) values ($1, 'neu@ort.example', 'Neu', '{OFFICER}', sha256($2)) returning id`,
      [owner.organisationId, randomUUID()],
    );
    for (const template of ['invitation', 'survey', 'handover.offered']) {
      const statement: SqlText = `select enqueue_own_mail('${template}', '${invitation?.id}', 'rival@evil.example', 'de', false)`;
      expect([template, await refused(rival, statement)]).toEqual([template, 'LT404']);
    }
  });

  it('knows a token by nothing but the token', async () => {
    await expect(as(rival, `select session_actor('${owner.userId}')`)).resolves.toEqual([]);
    expect(await as(undefined, `select user_id from me()`)).toEqual([]);
  });
});
