import type { AuditPageDto } from '@lotse/identity/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import { MailModule } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { IdentityModule } from './identity.module';

describe('the log of an organisation', () => {
  let api: TestApi;
  let dpo: TestPerson;
  let admin: TestPerson;
  let officer: TestPerson;
  const today = berlinDay(new Date());

  beforeAll(async () => (api = await testApi([MailModule, IdentityModule])));
  afterAll(() => api.close());
  beforeEach(async () => {
    const organisation = await api.world.organisation(await api.world.region());
    dpo = await api.world.person(organisation, 'DATA_PROTECTION_OFFICER', 'Dora Datenschutz');
    admin = await api.world.person(organisation, 'ADMINISTRATOR', 'Ada Admin');
    officer = await api.world.person(organisation, 'OFFICER', 'Olga Muster');
    const invited = { email: `nora@${organisation.slug}.example`, name: 'Nora Neu', roles: ['OFFICER'] };
    await api.as(admin).post('/people/invitations', invited);
    await api.as(admin).patch(`/people/${officer.userId}`, { roles: ['LIAISON'] }, { version: 1 });
  });

  const log = async (query = '', person = dpo) => (await api.as(person).get<AuditPageDto>(`/audit${query}`)).body;
  const actions = async (query: string) => (await log(query)).items.map(({ action }) => action);
  /** An entry of another day, as the log of an older installation has it. */
  const enter = (action: string, recordedAt: string, person = officer) =>
    api.world.sql('insert into audit_entries (organisation_id, user_id, action, recorded_at) values ($1, $2, $3, $4)', [
      person.organisationId,
      person.userId,
      action,
      recordedAt,
    ]);

  it('is read by its data protection officer, newest first, with the names it speaks of', async () => {
    const { items, total, people } = await log();
    expect(items.map(({ action, person }) => [action, person])).toEqual([
      ['person.rolesChanged', 'Ada Admin'],
      ['person.invited', 'Ada Admin'],
    ]);
    expect(items[0]).toMatchObject({ subjectKind: 'user', subjectId: officer.userId, details: { old: ['OFFICER'], new: ['LIAISON'] } });
    expect(total).toBe(2);
    expect(people.map(({ name }) => name)).toEqual(['Ada Admin', 'Dora Datenschutz', 'Olga Muster']);
  });

  it('is closed to everybody else', async () => {
    for (const person of [admin, officer]) expect((await api.as(person).get('/audit')).status).toBe(403);
    const elsewhere = await api.world.person(await api.world.organisation({ id: dpo.regionId }), 'DATA_PROTECTION_OFFICER');
    expect(await log('', elsewhere)).toMatchObject({ items: [], total: 0, people: [{ id: elsewhere.userId }] });
    expect((await log(`?personId=${admin.userId}`, elsewhere)).total).toBe(0);
  });

  it('is narrowed by kind and by person', async () => {
    expect(await actions('?action=person.invited')).toEqual(['person.invited']);
    expect(await actions(`?personId=${officer.userId}`)).toEqual([]);
    expect(await actions(`?personId=${admin.userId}&action=person.rolesChanged`)).toEqual(['person.rolesChanged']);
  });

  it('is narrowed by days of the region, whose midnight is not that of Greenwich', async () => {
    await enter('late.summer', '2026-07-01T21:59:59Z'); // still 1 July in Berlin
    await enter('early.summer', '2026-07-01T22:00:00Z'); // 2 July in Berlin
    await enter('early.winter', '2026-01-31T23:00:00Z'); // 1 February in Berlin
    expect(await actions('?from=2026-07-01&to=2026-07-01')).toEqual(['late.summer']);
    expect(await actions('?from=2026-07-02&to=2026-07-02')).toEqual(['early.summer']);
    expect(await actions('?to=2026-02-01')).toEqual(['early.winter']);
    expect((await log(`?from=${today}&to=${addDays(today, 1)}`)).total).toBe(2);
  });

  it('counts all pages on each page, a page beyond the last included', async () => {
    for (let n = 0; n < 5; n++) await enter('session.opened', `2026-03-0${n + 1}T10:00:00Z`);
    for (const [page, length] of [
      [1, 3],
      [3, 1],
      [9, 0],
    ] as const) {
      const { items, total } = await log(`?size=3&page=${page}`);
      expect([items.length, total]).toEqual([length, 7]);
    }
  });

  it.each(['from=2026-02-30', 'to=gestern', 'personId=1', 'action=', 'wer=ich'])('refuses %s', async (query) => {
    expect((await api.as(dpo).get(`/audit?${query}`)).status).toBe(400);
  });
});
