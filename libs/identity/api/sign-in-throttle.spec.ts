import { createHash, randomUUID } from 'node:crypto';
import { MailModule } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { hash } from '@node-rs/argon2';
import { IdentityModule } from './identity.module';
import { InvitationTokens } from './invitation-token';

const password = 'drei kleine Kähne im Hafen';
let api: TestApi;

beforeAll(async () => (api = await testApi([MailModule, IdentityModule], { config: { trustedProxies: 1 } })));
afterAll(() => api.close());

async function account(): Promise<TestPerson> {
  const person = await api.world.person(await api.world.organisation(await api.world.region()), ['ADMINISTRATOR']);
  await api.world.sql('update users set password_hash = $2 where id = $1', [person.userId, await hash(password)]);
  return person;
}

/** A network address nobody else used. */
const newAddress = () => `fd00::${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}`;
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const open = (email: string, address: string, typed = password) =>
  api.anonymous.post('/session', { email, password: typed }, from(address));

const keyOf = (address: string) => createHash('sha256').update(`address:${address}`).digest();
async function failuresOf(address: string): Promise<number> {
  const [row] = await api.world.sql<{ failures: number }>('select failures from sign_in_failures where key_hash = $1', [keyOf(address)]);
  return row?.failures ?? 0;
}
/** One guess more and the address has to wait. */
const nearlyFull = (address: string) =>
  api.world.sql('insert into sign_in_failures (key_hash, failures) values ($1, 59)', [keyOf(address)]);

it('keeps counting at an address that knows one password', async () => {
  const [own, victim, address] = [await account(), await account(), newAddress()];
  await nearlyFull(address);
  expect((await open(own.email, address)).status).toBe(200);
  expect((await open(victim.email, address, 'falsch geraten, leider')).status).toBe(401);
  expect((await open(own.email, address)).status).toBe(429);
  expect((await open(own.email, newAddress())).status).toBe(200);
});

it.each([
  [
    'changing the own password',
    (person: TestPerson, address: string) =>
      api.as(person).put('/session/password', { currentPassword: password, newPassword: 'ein Fahrrad steht am Rathaus' }, from(address)),
  ],
  [
    'accepting an invitation with the own password',
    async (person: TestPerson, address: string) => {
      const administrator = await account();
      const invitation = { email: person.email, name: person.name, roles: ['OFFICER'] };
      const { id } = (await api.as(administrator).post<{ id: string }>('/people/invitations', invitation)).body;
      const token = api.app.get(InvitationTokens).token(id);
      return api.anonymous.post(`/invitations/${token}/accept`, { password }, from(address));
    },
  ],
])('keeps counting after %s', async (_, prove) => {
  const [person, address] = [await account(), newAddress()];
  await nearlyFull(address);
  expect((await prove(person, address)).status).toBe(204);
  expect(await failuresOf(address)).toBe(59);
});

it('forgets the failures of the account, and counts no good sign-in against its address', async () => {
  const [person, address] = [await account(), newAddress()];
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 4; n++) expect((await open(person.email, address, `falsch ${n}`)).status).toBe(401);
    expect((await open(person.email, address)).status).toBe(200);
  }
  expect(await failuresOf(address)).toBe(8);
});

it('counts a wrong password where the own one is asked for', async () => {
  const [person, address] = [await account(), newAddress()];
  const input = { currentPassword: 'nicht das richtige', newPassword: 'ein Fahrrad steht am Rathaus' };
  expect((await api.as(person).put('/session/password', input, from(address))).status).toBe(400);
  expect(await failuresOf(address)).toBe(1);
});
