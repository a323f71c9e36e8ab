import { MailModule } from '@lotse/shared/api';
import type { Role } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestOrganisation, type TestPerson, testUrls } from '@lotse/shared/testing';
import type { SessionDto, ViewingListDto } from '@lotse/identity/contract';
import { Client } from 'pg';
import { IdentityModule } from './identity.module';

let api: TestApi;
let town: TestOrganisation;
let officer: TestPerson;

beforeAll(async () => {
  api = await testApi([MailModule, IdentityModule]);
  town = await api.world.organisation(await api.world.region());
  officer = await api.world.person(town, 'OFFICER', 'Otto Beispiel');
});
afterAll(() => api.close());

const someone = (...roles: Role[]) => api.world.person(town, roles, `${roles[0]} Beispiel`);
const start = (by: TestPerson, userId: string, reason = 'Sie fragt, wo der Vorgang ist.') =>
  api.as(by).post<SessionDto & { code: string }>('/session/view-as', { userId, reason });
const tokenOf = (headers: Headers) => /lotse=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
const status = async (token: string) => (await api.as({ token }).get('/session')).status;
const lines = (userId: string) =>
  api.world.sql<{ action: string; details: Record<string, string>; user_id: string }>(
    `select action, details, user_id from audit_entries where subject_id = $1 and action like 'viewAs.%' order by recorded_at, id`,
    [userId],
  );

/** An administrator who looks at the view of `person`. */
async function viewing(person: TestPerson = officer) {
  const administrator = await someone('ADMINISTRATOR');
  const { headers } = await start(administrator, person.userId);
  const token = tokenOf(headers);
  const session = async () => (await api.as({ token }).get<SessionDto>('/session')).body;
  return { administrator, token, session, client: api.as({ token }) };
}

it('looks with the rights of a colleague and with another token, to read only', async () => {
  const administrator = await someone('ADMINISTRATOR');
  await api.world.sql(`update users set language = 'en' where id = $1`, [administrator.userId]);
  const { status: answered, body, headers } = await start(administrator, officer.userId);
  expect(answered).toBe(200);
  expect(body).toMatchObject({
    viewer: { name: administrator.name },
    user: { id: officer.userId, name: officer.name, language: 'en' },
    roles: ['OFFICER'],
    organisation: { id: town.id },
  });
  expect(Date.parse(body.viewer?.until ?? '') - Date.now()).toBeLessThanOrEqual(30 * 60_000);
  expect(body.permissions).toContain('case.read');
  expect(body.permissions.filter((permission) => !/\.read/.test(permission))).toEqual([]);
  expect(body.permissions).not.toContain('notification.read');
  expect(await status(administrator.token)).toBe(401);
  const ended = await api.as({ token: tokenOf(headers) }).delete<SessionDto>('/session/view-as');
  expect(ended.body).toMatchObject({ user: { id: administrator.userId }, roles: ['ADMINISTRATOR'] });
  expect(ended.body.viewer).toBeUndefined();
  expect([await status(tokenOf(headers)), await status(tokenOf(ended.headers))]).toEqual([401, 200]);
});

it('tells the log, and the person, who looked, why and until when', async () => {
  const person = await someone('OFFICER');
  const { administrator, client } = await viewing(person);
  await client.delete('/session/view-as');
  const [started, ended, ...more] = await lines(person.userId);
  expect(more).toEqual([]);
  expect(started).toMatchObject({ action: 'viewAs.started', user_id: administrator.userId, details: { reason: expect.any(String) } });
  expect(ended).toMatchObject({ action: 'viewAs.ended', user_id: administrator.userId });
  const { items } = (await api.as(person).get<ViewingListDto>('/session/viewings')).body;
  expect(items).toEqual([
    {
      id: expect.any(String),
      viewerName: administrator.name,
      reason: 'Sie fragt, wo der Vorgang ist.',
      startedAt: expect.any(String),
    },
  ]);
  const other = await api.as(await someone('OFFICER')).get<ViewingListDto>('/session/viewings');
  expect(other.body.items).toEqual([]);
});

it('shows nothing that is the person’s alone, and no other organisation of theirs', async () => {
  const elsewhere = await api.world.organisation({ id: town.regionId });
  const person = await someone('OFFICER');
  await api.world.sql(`insert into memberships (user_id, organisation_id, roles) values ($1, $2, '{MANAGER}')`, [
    person.userId,
    elsewhere.id,
  ]);
  const { client, session } = await viewing(person);
  expect((await session()).organisations.map(({ id }) => id)).toEqual([town.id]);
  expect((await client.get<{ code: string }>('/session/viewings')).body.code).toBe('viewAs.private');
  expect((await client.get('/live')).status).toBe(204);
});

it('changes nothing', async () => {
  const { client, session } = await viewing();
  const attempts = [
    client.put<{ code: string }>('/session/password', { currentPassword: 'eins', newPassword: 'ein Fahrrad steht vor dem Rathaus' }),
    client.put<{ code: string }>('/session/language', { language: 'en' }),
    client.put<{ code: string }>('/session/organisation', { organisationId: town.id }),
    client.post<{ code: string }>('/session/view-as', { userId: officer.userId, reason: 'noch einmal' }),
    client.post<{ code: string }>('/absences', { deputyId: officer.userId, startsOn: '2031-03-04', endsOn: '2031-03-05' }),
  ];
  for (const { status: answered, body } of await Promise.all(attempts)) expect([answered, body.code]).toEqual([403, 'viewAs.readOnly']);
  expect((await session()).viewer).toBeDefined();
});

it('is nobody for the database in a transaction that may write, whatever the program does', async () => {
  const { token } = await viewing();
  const client = new Client({ connectionString: testUrls().app });
  await client.connect();
  const me = async (begin: 'begin' | 'begin read only') => {
    await client.query(begin);
    await client.query(`select set_config('app.token', $1, true)`, [token]);
    const { rows } = await client.query<{ me: string | null; mine: string[] | null; liaison: boolean }>(
      `select my_user() as me, my_users() as mine, coalesce(has_role('{OFFICER}'), false) as liaison`,
    );
    await client.query('rollback');
    return rows[0];
  };
  expect(await me('begin')).toEqual({ me: null, mine: null, liaison: false });
  expect(await me('begin read only')).toEqual({ me: officer.userId, mine: [], liaison: true });
  await client.query('begin read only');
  await client.query(`select set_config('app.token', $1, true)`, [token]);
  await expect(client.query(`select set_my_language('en')`)).rejects.toMatchObject({ code: '25006' });
  await client.query('rollback');
  await client.end();
});

it('is for administrators, and for people of their organisation who are active', async () => {
  const foreign = await api.world.person(await api.world.organisation({ id: town.regionId }), 'OFFICER');
  const gone = await someone('OFFICER');
  await api.world.sql('update memberships set is_active = false where user_id = $1', [gone.userId]);
  expect((await start(await someone('OFFICER', 'LIAISON', 'MANAGER'), officer.userId)).status).toBe(403);
  const administrator = await someone('ADMINISTRATOR', 'OFFICER');
  const unknown = await start(administrator, '0191f07e-34c8-7e8d-a42f-6f4a1e2e64ca');
  const answer = await start(administrator, foreign.userId);
  expect([answer.status, answer.body.code, unknown.body.code]).toEqual([404, 'person.notFound', 'person.notFound']);
  const protector = await someone('OFFICER', 'DATA_PROTECTION_OFFICER');
  for (const { userId } of [administrator, gone, protector])
    expect((await start(administrator, userId)).body.code).toBe('viewAs.notPossible');
  expect((await start(administrator, officer.userId, '   ')).status).toBe(400);
  expect((await start(await someone('ADMINISTRATOR'), administrator.userId)).status).toBe(200);
});

it.each([
  [
    'time',
    (_: string, by: string) => api.world.sql(`update sessions set viewing_until = now() - interval '1 second' where user_id = $1`, [by]),
  ],
  ['a change of roles', (of: string) => api.world.sql(`update memberships set roles = '{MANAGER}' where user_id = $1`, [of])],
  ['the end of a membership', (of: string) => api.world.sql('update memberships set is_active = false where user_id = $1', [of])],
  ['the end of an account', (of: string) => api.world.sql('update users set is_active = false where id = $1', [of])],
])('ends with %s, and says so in the log', async (_, change) => {
  const person = await someone('OFFICER');
  const { administrator, session } = await viewing(person);
  await change(person.userId, administrator.userId);
  expect(await session()).toMatchObject({ user: { id: administrator.userId }, roles: ['ADMINISTRATOR'] });
  expect((await session()).viewer).toBeUndefined();
  expect((await lines(person.userId)).map(({ action }) => action)).toEqual(['viewAs.started', 'viewAs.ended']);
});

it('ends when the administrator signs out, is locked out, or never comes back', async () => {
  const [first, second, third] = [await someone('OFFICER'), await someone('OFFICER'), await someone('OFFICER')];
  const [out, locked, away] = [await viewing(first), await viewing(second), await viewing(third)];
  expect((await out.client.delete('/session')).status).toBe(204);
  expect(await status(out.token)).toBe(401);
  await api.world.sql(`update memberships set roles = '{OFFICER}' where user_id = $1`, [locked.administrator.userId]);
  expect((await locked.session()).user.id).toBe(locked.administrator.userId);
  await api.world.sql(`update sessions set viewing_until = now() - interval '1 second' where user_id = $1`, [away.administrator.userId]);
  await api.world.sql('select end_lapsed_viewings()');
  for (const { userId } of [first, second, third])
    expect((await lines(userId)).map(({ action }) => action)).toEqual(['viewAs.started', 'viewAs.ended']);
});
