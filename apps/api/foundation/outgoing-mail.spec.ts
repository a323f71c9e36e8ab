import { randomUUID } from 'node:crypto';
import { MailModule, MailTemplates } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import type { OutgoingMailPageDto } from '@lotse/shared/contract';

const start = async (options: Parameters<typeof testApi>[1] = {}) => {
  const api = await testApi([MailModule], options);
  api.app.get(MailTemplates).register('spec', () => Promise.resolve({ subject: 'Betreff', text: 'Text mit https://geheimer.link' }));
  return api;
};

let api: TestApi;
let admin: TestPerson;
let officer: TestPerson;
let foreign: TestPerson;

beforeAll(async () => (api = await start()));
afterAll(() => api.close());
beforeEach(async () => {
  const region = await api.world.region();
  const organisation = await api.world.organisation(region);
  admin = await api.world.person(organisation, 'ADMINISTRATOR');
  officer = await api.world.person(organisation, ['OFFICER', 'MANAGER']);
  foreign = await api.world.person(await api.world.organisation(region), 'ADMINISTRATOR');
});

const enqueue = async (isCaseMail = true, template = 'spec') => {
  const [row] = await api.world.sql<{ id: string }>(`select enqueue_mail($1, $2, $3, 'erika@firma.example', 'de', $4) as id`, [
    template,
    randomUUID(),
    admin.organisationId,
    isCaseMail,
  ]);
  return row?.id as string;
};
const list = async (from: TestApi, person: TestPerson, query = '') =>
  (await from.as(person).get<OutgoingMailPageDto>(`/outgoing-mail${query}`)).body;

it('shows mails about cases by domain and state only', async () => {
  await enqueue();
  const { items, total } = await list(api, admin);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({ to: '@firma.example', subject: null, text: null, state: 'QUEUED', template: 'spec', attempts: 0 });
  expect(JSON.stringify(items)).not.toMatch(/erika|geheim/);
});

it('shows whom other mails go to, never their one-time link', async () => {
  await enqueue(false);
  const { items } = await list(api, admin);
  expect(items[0]).toMatchObject({ to: 'erika@firma.example', subject: 'Betreff', text: null });
});

it('shows everything in demo mode, so that links can be followed', async () => {
  const demo = await start({ config: { demo: true } });
  try {
    await enqueue();
    await enqueue(true, 'unwritten');
    const { items } = await list(demo, admin);
    expect(items.map(({ to, subject, text }) => [to, subject, text])).toEqual([
      ['erika@firma.example', null, null],
      ['erika@firma.example', 'Betreff', 'Text mit https://geheimer.link'],
    ]);
  } finally {
    await demo.close();
  }
});

it('filters by state and pages', async () => {
  for (let i = 0; i < 3; i++) await enqueue();
  await api.world.sql(`update outgoing_mails set state = 'FAILED' where id = $1`, [await enqueue()]);
  expect((await list(api, admin, '?state=FAILED')).total).toBe(1);
  const page = await list(api, admin, '?page=2&size=3');
  expect([page.items.length, page.total]).toEqual([1, 4]);
  expect((await api.as(admin).get('/outgoing-mail?state=LOST')).status).toBe(400);
});

it('sends again what was given up or held, and nothing else', async () => {
  const id = await enqueue();
  const retry = (person: TestPerson) => api.as(person).post(`/outgoing-mail/${id}/retry`);
  expect((await retry(admin)).status).toBe(404);
  await api.world.sql(`update outgoing_mails set state = 'FAILED', attempts = 8 where id = $1`, [id]);
  expect((await retry(foreign)).status).toBe(404);
  expect((await retry(officer)).status).toBe(403);
  expect((await retry(admin)).status).toBe(204);
  expect((await list(api, admin)).items[0]).toMatchObject({ state: 'QUEUED', attempts: 0 });
  expect((await api.as(admin).post('/outgoing-mail/7/retry')).status).toBe(400);
});

describe.each([
  ['both guards', {}],
  ['the policies alone', { apiChecks: false }],
  ['the API alone', { policies: false }],
])('by %s', (_, options) => {
  it('shows another organisation and other roles nothing', async () => {
    const other = await start(options);
    try {
      await enqueue();
      expect(await list(other, foreign)).toEqual({ items: [], total: 0 });
      expect(JSON.stringify(await list(other, officer))).not.toContain('firma.example');
      expect((await other.anonymous.get('/outgoing-mail')).status).toBe(401);
    } finally {
      await other.close();
    }
  });
});
