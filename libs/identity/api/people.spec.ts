import { MailModule } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import type { InvitationDto, PersonDto } from '@lotse/identity/contract';
import { IdentityModule } from './identity.module';
import { InvitationTokens } from './invitation-token';

let api: TestApi;
let admin: TestPerson;
let officer: TestPerson;

beforeAll(async () => (api = await testApi([MailModule, IdentityModule])));
afterAll(() => api.close());
beforeEach(async () => {
  const organisation = await api.world.organisation(await api.world.region());
  admin = await api.world.person(organisation, ['ADMINISTRATOR']);
  officer = await api.world.person(organisation, ['OFFICER']);
});

const people = async (as: TestPerson) => (await api.as(as).get<{ items: PersonDto[] }>('/people')).body.items;
const find = async (id: string) => (await people(admin)).find((person) => person.id === id) as PersonDto;
const invite = (as: TestPerson, email: string) =>
  api.as(as).post<InvitationDto>('/people/invitations', { email, name: 'Nora Neu', roles: ['OFFICER'] });
const tokenOf = (id: string) => api.app.get(InvitationTokens).token(id);

it('shows administrators addresses and colleagues names only', async () => {
  expect((await find(officer.userId)).email).toBe(officer.email);
  expect((await people(officer)).find(({ id }) => id === officer.userId)).toMatchObject({ name: officer.name });
  expect(JSON.stringify(await people(officer))).not.toContain(officer.email);
});

it('shows nobody of another organisation', async () => {
  const foreign = await api.world.person(await api.world.organisation({ id: admin.regionId }), ['ADMINISTRATOR']);
  expect((await people(foreign)).map(({ id }) => id)).toEqual([foreign.userId]);
});

it('invites by a link that works once', async () => {
  const email = `nora@${officer.email.split('@')[1]}`;
  const { status, body } = await invite(admin, email);
  expect(status).toBe(201);
  const link = `/invitations/${tokenOf(body.id)}`;
  expect((await api.anonymous.get(link)).body).toMatchObject({ email, hasAccount: false });
  const password = 'sieben Möwen über dem Main';
  expect((await api.anonymous.post(`${link}/accept`, { password })).status).toBe(204);
  expect((await api.anonymous.get(link)).status).toBe(404);
  expect((await api.anonymous.post(`${link}/accept`, { password })).status).toBe(404);
  expect((await api.anonymous.post('/session', { email, password })).status).toBe(200);
  const mails = await api.world.sql<{ template: string }>('select template from outgoing_mails where ref_id = $1', [body.id]);
  expect(mails).toEqual([{ template: 'invitation' }]);
});

it('renews an invitation and lets the old link die', async () => {
  const email = `zwei@${officer.email.split('@')[1]}`;
  const first = (await invite(admin, email)).body.id;
  const second = (await invite(admin, email)).body.id;
  expect((await api.anonymous.get(`/invitations/${tokenOf(first)}`)).status).toBe(404);
  expect((await api.anonymous.get(`/invitations/${tokenOf(second)}`)).status).toBe(200);
  expect((await api.as(admin).delete(`/people/invitations/${second}`)).status).toBe(204);
  expect((await api.anonymous.get(`/invitations/${tokenOf(second)}`)).status).toBe(404);
});

it('refuses to invite a member again, and administration to others', async () => {
  expect((await invite(admin, officer.email)).status).toBe(409);
  expect((await invite(officer, 'wer@auch.example')).status).toBe(403);
});

it('changes roles, asks for the version and refuses an old one', async () => {
  const path = `/people/${officer.userId}`;
  expect((await api.as(admin).patch(path, { roles: ['LIAISON'] })).status).toBe(428);
  const changed = await api.as(admin).patch<PersonDto>(path, { roles: ['LIAISON', 'OFFICER'] }, { version: 1 });
  expect(changed.body).toMatchObject({ roles: ['LIAISON', 'OFFICER'], version: 2 });
  expect((await api.as(admin).patch(path, { roles: ['MANAGER'] }, { version: 1 })).status).toBe(412);
});

it('ends the sessions of a person that is deactivated', async () => {
  expect((await api.as(officer).get('/session')).status).toBe(200);
  expect((await api.as(admin).put(`/people/${officer.userId}/active`, { active: false }, { version: 1 })).status).toBe(200);
  expect((await api.as(officer).get('/session')).status).toBe(401);
});

it('keeps the last administrator', async () => {
  const path = `/people/${admin.userId}`;
  const roles = await api.as(admin).patch<{ code: string }>(path, { roles: ['OFFICER'] }, { version: 1 });
  expect([roles.status, roles.body.code]).toEqual([422, 'person.lastAdministrator']);
  expect((await api.as(admin).put(`${path}/active`, { active: false }, { version: 1 })).status).toBe(422);
});

it('answers a person of another organisation as one who does not exist', async () => {
  const foreign = await api.world.person(await api.world.organisation({ id: admin.regionId }), ['OFFICER']);
  expect((await api.as(admin).patch(`/people/${foreign.userId}`, { roles: ['MANAGER'] }, { version: 1 })).status).toBe(404);
});
