import { request as httpRequest } from 'node:http';
import { hash } from '@node-rs/argon2';
import { testUrls, type TestPerson, World } from '@lotse/shared/testing';
import { openApi } from '../docs/open-api';
import { type Program, startProgram } from './program';
import { DatabaseActor } from './world/database-actor';

const PASSWORD = 'drei kleine Kähne im Hafen';
const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE'];

describe('a session', () => {
  let world: World;
  let db: DatabaseActor;
  let program: Program;
  let person: TestPerson;

  beforeAll(async () => {
    const urls = testUrls();
    world = await World.open(urls.admin);
    db = await DatabaseActor.open(urls.app);
    program = await startProgram();
    person = await world.person(await world.organisation(await world.region()), ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR']);
    await world.sql('update users set password_hash = $2 where id = $1', [person.userId, await hash(PASSWORD)]);
  }, 60_000);
  afterAll(async () => {
    await program.close();
    await db.close();
    await world.close();
  });

  /** Whether a token opens the API and the database, at the same moment. */
  async function opens(token: string): Promise<{ api: number; database: boolean }> {
    const who = await db.as<{ id: string | null }>({ token }, 'select my_user() as id');
    const { status } = await program.as({ token }).get('/session');
    return { api: status, database: who?.id === person.userId };
  }

  const session = () => world.session(person.userId, person.organisationId);
  const change = (token: string, columns: SqlText) =>
    world.sql(`update sessions set ${columns} where token_hash = sha256(convert_to($1, 'UTF8'))`, [token]);

  it('opens the API and the database, and both close when it is revoked', async () => {
    const token = await session();
    expect(await opens(token)).toEqual({ api: 200, database: true });
    await change(token, 'revoked_at = now()');
    expect(await opens(token)).toEqual({ api: 401, database: false });
  });

  it.each([
    ['it was not used for half an hour', `last_seen_at = now() - interval '30 minutes 1 second'`, { api: 401, database: false }],
    ['it was used within half an hour', `last_seen_at = now() - interval '29 minutes'`, { api: 200, database: true }],
    ['ten hours are over, however busy it is', `expires_at = now() - interval '1 second'`, { api: 401, database: false }],
  ])('is told by the clock: %s', async (_, columns: SqlText, outcome) => {
    const token = await session();
    await change(token, columns);
    expect(await opens(token)).toEqual(outcome);
  });

  it('lasts ten hours at most', async () => {
    const [row] = await world.sql<{ hours: number }>(
      `insert into sessions (token_hash, user_id, organisation_id) values (sha256(gen_random_uuid()::text::bytea), $1, $2)
       returning round(extract(epoch from expires_at - created_at) / 3600)::int as hours`,
      [person.userId, person.organisationId],
    );
    expect(row?.hours).toBe(10);
  });

  it('ends with the membership and with the account', async () => {
    for (const [off, on] of [
      ['update memberships set is_active = false where user_id = $1', 'update memberships set is_active = true where user_id = $1'],
      ['update users set is_active = false where id = $1', 'update users set is_active = true where id = $1'],
    ] as const) {
      const token = await session();
      await world.sql(off, [person.userId]);
      expect(await opens(token)).toEqual({ api: 401, database: false });
      await world.sql(on, [person.userId]);
    }
  });

  it('is a new one at every sign-in, and signing out ends it in the database too', async () => {
    const cookies = await Promise.all([0, 1].map(async () => cookieOf(await signIn(program))));
    expect(cookies[0]?.value).not.toBe(cookies[1]?.value);
    const token = cookies[0]?.value ?? '';
    expect(await opens(token)).toEqual({ api: 200, database: true });
    expect((await program.as({ token }).delete('/session')).status).toBe(204);
    expect(await opens(token)).toEqual({ api: 401, database: false });
    expect(await opens(cookies[1]?.value ?? '')).toEqual({ api: 200, database: true });
  });

  it('takes no token a visitor chose before signing in', async () => {
    const chosen = 'c'.repeat(43);
    const answer = await program.as({ token: chosen }).post('/session', { email: person.email, password: PASSWORD });
    expect(cookieOf(answer).value).not.toBe(chosen);
    expect(await opens(chosen)).toEqual({ api: 401, database: false });
  });

  const signIn = (at: Program) => at.as().post('/session', { email: person.email, password: PASSWORD });

  it('lives in a cookie scripts cannot read and other sites do not send; the database knows its hash alone', async () => {
    const cookie = cookieOf(await signIn(program));
    expect(cookie).toMatchObject({ name: 'lotse', flags: ['HttpOnly', 'Path=/', 'SameSite=Lax'] });
    const [row] = await world.sql<{ found: boolean }>(
      `select exists (select from sessions where token_hash = sha256(convert_to($1, 'UTF8')))
         and not exists (select from sessions where position($1 in encode(token_hash, 'escape')) > 0) as found`,
      [cookie.value],
    );
    expect(row?.found).toBe(true);
    expect(cookie.value).toMatch(/^[\w-]{43}$/);
  });

  it('lives over https in a cookie of this host alone', async () => {
    const secure = await startProgram('normal', { publicUrl: 'https://lotse.example' });
    const cookie = cookieOf(await signIn(secure));
    expect(cookie).toMatchObject({ name: '__Host-lotse', flags: ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure'] });
    // The name without the prefix, which any page on http could set, opens nothing.
    const answer = await fetch(`${secure.url}/api/v1/session`, { headers: { cookie: `lotse=${cookie.value}` } });
    expect(answer.status).toBe(401);
    await secure.close();
  }, 60_000);
});

describe('every route that changes something', () => {
  let world: World;
  let program: Program;
  let person: TestPerson;
  let routes: [method: string, path: string][];

  beforeAll(async () => {
    world = await World.open(testUrls().admin);
    program = await startProgram();
    person = await world.person(await world.organisation(await world.region()), ['OFFICER', 'LIAISON', 'MANAGER', 'ADMINISTRATOR']);
    routes = Object.entries(openApi(program.app).paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => CHANGING.includes(method.toUpperCase()))
        .map((method): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, crypto.randomUUID())]),
    );
  }, 60_000);
  afterAll(async () => {
    await program.close();
    await world.close();
  });

  it.each([
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another host of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a page with another origin', { origin: 'https://evil.example' }],
    ['a page that hides its origin', { origin: 'null' }],
  ])(
    'refuses %s',
    async (_, headers: Record<string, string>) => {
      expect(routes.length).toBeGreaterThan(30);
      for (const [method, path] of routes) {
        const { status, body } = await program.as(person).send<{ code: string }>(method, path, {}, { headers });
        expect([method, path, status, body.code]).toEqual([method, path, 403, 'request.foreignOrigin']);
      }
    },
    60_000,
  );

  it('takes no form, but where a company fills it in', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      for (const [method, path] of routes) {
        const { status } = await program.as(person).send(method, path, undefined, { raw: 'a=b', headers: { 'content-type': type } });
        const isPublicForm = ['/api/v1/surveys/', '/api/v1/enquiries'].some((form) => path.startsWith(form)) && type.includes('urlencoded');
        expect([method, path, type, status]).toEqual([method, path, type, isPublicForm ? 400 : 415]);
      }
    }
  }, 60_000);

  it('lets no method be overridden', async () => {
    const { status } = await program
      .as(person)
      .post('/session', {}, { headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' } });
    expect(status).toBe(400);
    expect((await program.as(person).get('/session')).status).toBe(200);
    expect((await program.as(person).get('/session?_method=DELETE')).status).toBe(400); // no such parameter
    expect((await program.as(person).get('/session')).status).toBe(200);
  });

  it('refuses a body of more than a megabyte, and one that hides its size', async () => {
    const body = { type: 'OTHER', title: 'x'.repeat(1024 * 1024), companyId: crypto.randomUUID() };
    expect((await program.as(person).post('/cases', body)).status).toBe(413);
    expect(await chunked(program.url, person.token, JSON.stringify(body))).toBe(413);
    expect((await program.as(person).post('/cases', undefined, { raw: '[]', headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
  });

  it('reads no body of who may not use it', async () => {
    expect(await chunked(program.url, 'n'.repeat(43), 'x'.repeat(2 * 1024 * 1024))).toBe(401);
  });
});

/** Text of the program, for the rule against foreign SQL. */
type SqlText = string;

function cookieOf({ headers }: { headers: Headers }): { name: string; value: string; flags: string[] } {
  const [pair = '', ...flags] = (headers.get('set-cookie') ?? '').split('; ');
  const [name = '', value = ''] = pair.split('=');
  return { name, value, flags: flags.sort() };
}

/** A request that does not say how long its body is. */
function chunked(url: string, token: string, body: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = httpRequest(
      `${url}/api/v1/cases`,
      { method: 'POST', headers: { cookie: `lotse=${token}`, 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
      (response) => {
        resolve(response.statusCode);
        response.resume();
      },
    );
    request.on('error', () => resolve(undefined));
    request.end(body);
  });
}
