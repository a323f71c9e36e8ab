import { DraftsModule } from '@lotse/shared/api';
import type { DraftDto, DraftListDto } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';

describe('drafts', () => {
  let api: TestApi;
  let ours: TestOrganisation;
  let person: TestPerson;
  let colleague: TestPerson;
  const KEY = 'case:0197b1a2-0000-7000-8000-000000000001:note';
  const read = async (whose: { token: string }, key = KEY) => (await api.as(whose).get<DraftDto>(`/drafts/${key}`)).body;

  beforeAll(async () => {
    api = await testApi([DraftsModule]);
    ours = await api.world.organisation(await api.world.region());
    person = await api.world.person(ours, 'OFFICER');
    colleague = await api.world.person(ours, 'ADMINISTRATOR');
  });
  afterAll(() => api.close());

  it('are kept, found again in another session, replaced and thrown away', async () => {
    expect(await read(person)).toEqual({ key: KEY, content: null, updatedAt: null });
    expect((await api.as(person).put(`/drafts/${KEY}`, { content: { text: 'Halber Satz' } })).status).toBe(200);
    const elsewhere = { token: await api.world.session(person.userId, ours.id) };
    expect((await read(elsewhere)).content).toEqual({ text: 'Halber Satz' });
    await api.as(elsewhere).put(`/drafts/${KEY}`, { content: { text: 'Ganzer Satz.' } });
    expect((await read(person)).content).toEqual({ text: 'Ganzer Satz.' });
    expect((await api.as(person).delete(`/drafts/${KEY}`)).status).toBe(204);
    expect((await api.as(person).delete(`/drafts/${KEY}`)).status).toBe(204);
    expect((await read(person)).content).toBeNull();
  });

  it('are of one person in one organisation', async () => {
    await api.as(person).put(`/drafts/${KEY}`, { content: { text: 'Nur für mich' } });
    const other = await api.world.join(person, await api.world.organisation({ id: ours.regionId }), 'OFFICER');
    for (const whose of [colleague, other]) {
      expect((await read(whose)).content).toBeNull();
      expect((await api.as(whose).get<DraftListDto>('/drafts')).body).toEqual({ items: [], total: 0 });
      expect((await api.as(whose).delete(`/drafts/${KEY}`)).status).toBe(204);
    }
    expect((await read(person)).content).toEqual({ text: 'Nur für mich' });
    expect((await api.as(person).get<DraftListDto>('/drafts')).body.total).toBe(1);
    expect((await api.anonymous.get('/drafts')).status).toBe(401);
  });

  it('have a plain name and an end', async () => {
    expect((await api.as(person).put('/drafts/a%20b', { content: {} })).status).toBe(400);
    expect((await api.as(person).put(`/drafts/${KEY}`, { content: 'Text' })).status).toBe(400);
    const long = await api.as(person).put(`/drafts/${KEY}`, { content: { text: 'x'.repeat(65_600) } });
    expect([long.status, long.body['errors']]).toEqual([400, [{ pointer: '/content', code: 'maxLength' }]]);
    expect((await api.as(person).put(`/drafts/${KEY}`, { content: { text: 'ü'.repeat(32_000) } })).status).toBe(200);
  });

  it('go ninety days after the last change', async () => {
    await api.as(colleague).put('/drafts/old', { content: { text: 'alt' } });
    await api.as(colleague).put('/drafts/new', { content: { text: 'neu' } });
    await api.world.sql(`update drafts set updated_at = now() - interval '91 days' where user_id = $1 and key = 'old'`, [colleague.userId]);
    await api.world.sql('select forget_drafts()');
    expect((await api.as(colleague).get<DraftListDto>('/drafts')).body.items.map(({ key }) => key)).toEqual(['new']);
  });

  it('stay below a number one person can overlook', async () => {
    await api.world.sql(
      `insert into drafts (user_id, organisation_id, key, content) select $1, $2, 'k' || i, '{}' from generate_series(1, 200) i`,
      [colleague.userId, ours.id],
    );
    const refused = await api.as(colleague).put('/drafts/more', { content: {} });
    expect([refused.status, refused.body['code']]).toEqual([422, 'draft.tooMany']);
  });
});
