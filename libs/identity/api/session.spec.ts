import { MailModule } from '@lotse/shared/api';
import { type TestApi, testApi, TestClient } from '@lotse/shared/testing';
import { hash } from '@node-rs/argon2';
import { IdentityModule } from './identity.module';

const password = 'drei kleine Kähne im Hafen';
let api: TestApi;

beforeAll(async () => (api = await testApi([MailModule, IdentityModule])));
afterAll(() => api.close());

async function account() {
  const organisation = await api.world.organisation(await api.world.region());
  const person = await api.world.person(organisation, ['OFFICER']);
  await api.world.sql('update users set password_hash = $2 where id = $1', [person.userId, await hash(password)]);
  return { ...person, organisation };
}

const tokenOf = (headers: Headers) => /lotse=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
const open = (email: string, typed = password) => api.anonymous.post<Record<string, unknown>>('/session', { email, password: typed });

it('opens a session whatever the capitals of the address, and says who is acting for whom', async () => {
  const person = await account();
  const { status, body, headers } = await open(person.email.toUpperCase());
  expect(status).toBe(200);
  expect(body['organisation']).toMatchObject({ id: person.organisationId, roles: ['OFFICER'] });
  expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  const client = new TestClient(api.url, `lotse=${tokenOf(headers)}`);
  expect((await client.get<{ user: unknown }>('/session')).body.user).toMatchObject({ email: person.email });
});

it('answers a wrong password and an unknown account alike', async () => {
  const person = await account();
  const wrong = await open(person.email, 'falsch geraten, leider');
  const unknown = await open(`niemand-${person.email}`);
  const neutral = ({ body }: { body: Record<string, unknown> }) => ({ ...body, requestId: undefined });
  expect(wrong.status).toBe(401);
  expect(neutral(wrong)).toEqual(neutral(unknown));
});

it('lets nobody in whose account or membership is off', async () => {
  const person = await account();
  await api.world.sql('update memberships set is_active = false where user_id = $1', [person.userId]);
  expect((await open(person.email)).status).toBe(401);
});

it('makes guessing wait, for existing and for invented accounts', async () => {
  const person = await account();
  for (const email of [person.email, `erfunden-${person.email}`]) {
    for (let n = 0; n < 5; n++) expect((await open(email, `falsch ${n}`)).status).toBe(401);
    let refused = await open(email, 'falsch zuletzt');
    // The first wait is one second, which a busy machine may spend on the answer; every further guess doubles it.
    for (let n = 5; refused.status === 401 && n < 12; n++) refused = await open(email, `falsch ${n}`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

it('ends at once when the person signs out', async () => {
  const person = await account();
  const { headers } = await open(person.email);
  const client = new TestClient(api.url, `lotse=${tokenOf(headers)}`);
  expect((await client.delete('/session')).status).toBe(204);
  expect((await client.get('/session')).status).toBe(401);
});

it('ends the session this browser held before, once somebody has signed in, and no other', async () => {
  const [first, second] = [await account(), await account()];
  const [held, elsewhere] = [tokenOf((await open(first.email)).headers), tokenOf((await open(first.email)).headers)];
  const browser = new TestClient(api.url, `lotse=${held}`);
  const status = async (token: string) => (await api.as({ token }).get('/session')).status;
  expect((await browser.post('/session', { email: second.email, password: 'falsch geraten, leider' })).status).toBe(401);
  expect(await status(held)).toBe(200);
  const next = tokenOf((await browser.post('/session', { email: second.email, password })).headers);
  expect([await status(held), await status(elsewhere), await status(next)]).toEqual([401, 200, 200]);
});

it('changes the organisation and the token with it', async () => {
  const person = await account();
  const other = await api.world.organisation({ id: person.regionId });
  await api.world.sql(`insert into memberships (user_id, organisation_id, roles) values ($1, $2, '{MANAGER}')`, [person.userId, other.id]);
  const { headers } = await open(person.email);
  const client = new TestClient(api.url, `lotse=${tokenOf(headers)}`);
  const first = (await client.get<{ organisation: { id: string }; organisations: { id: string }[] }>('/session')).body;
  const target = first.organisations.find(({ id }) => id !== first.organisation.id)?.id;
  const switched = await client.put<{ organisation: unknown }>('/session/organisation', { organisationId: target });
  expect(switched.body.organisation).toMatchObject({ id: target });
  expect((await client.get('/session')).status).toBe(401);
});

it('refuses to act for an organisation the person does not belong to, as if it did not exist', async () => {
  const [person, foreign] = [await account(), await account()];
  const answer = await api.as(person).put('/session/organisation', { organisationId: foreign.organisationId });
  const unknown = await api.as(person).put('/session/organisation', { organisationId: '0191f07e-34c8-7e8d-a42f-6f4a1e2e64ca' });
  expect(answer.status).toBe(404);
  expect({ ...answer.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
});

it('changes the password, ends the other sessions and keeps this one', async () => {
  const person = await account();
  const elsewhere = tokenOf((await open(person.email)).headers);
  const next = 'ein Fahrrad steht vor dem Rathaus';
  expect((await api.as(person).put('/session/password', { currentPassword: password, newPassword: next })).status).toBe(204);
  expect((await api.as({ token: elsewhere }).get('/session')).status).toBe(401);
  expect((await api.as(person).get('/session')).status).toBe(200);
  expect((await open(person.email, next)).status).toBe(200);
});

it.each([
  [{ currentPassword: 'nicht das richtige', newPassword: 'ein Fahrrad steht vor dem Rathaus' }, '/currentPassword', 'password.wrong'],
  [{ currentPassword: password, newPassword: 'passwortpasswort' }, '/newPassword', 'password.common'],
])('refuses a password change and names the field: %j', async (input, pointer, code) => {
  const { status, body } = await api.as(await account()).put<{ errors: unknown }>('/session/password', input);
  expect(status).toBe(400);
  expect(body.errors).toEqual([{ pointer, code }]);
});

it('refuses input that is no sign-in', async () => {
  const { status, body } = await api.anonymous.post<{ errors: { pointer: string }[] }>('/session', { email: 'niemand', admin: true });
  expect(status).toBe(400);
  expect(new Set(body.errors.map(({ pointer }) => pointer))).toEqual(new Set(['/admin', '/email', '/password']));
});
