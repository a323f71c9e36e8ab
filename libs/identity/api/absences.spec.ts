import { randomUUID } from 'node:crypto';
import { testApi, type TestApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import type { AbsenceDto, AbsencePageDto } from '@lotse/identity/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import { IdentityModule } from './identity.module';

const today = berlinDay(new Date());
const inDays = (days: number): string => addDays(today, days);

describe.each([
  ['as it runs', {}],
  ['with the checks of the API off', { apiChecks: false }],
  ['with the policies off', { policies: false }],
])('absences, %s', (_, options: { apiChecks?: boolean; policies?: boolean }) => {
  let api: TestApi;
  let organisation: TestOrganisation;
  let liaison: TestPerson;
  let officer: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;

  beforeAll(async () => {
    api = await testApi([IdentityModule], options);
  });
  afterAll(() => api.close());

  beforeEach(async () => {
    const region = await api.world.region();
    organisation = await api.world.organisation(region);
    liaison = await api.world.person(organisation, 'LIAISON');
    officer = await api.world.person(organisation, 'OFFICER');
    manager = await api.world.person(organisation, ['MANAGER', 'OFFICER']);
    stranger = await api.world.person(await api.world.organisation(region), 'LIAISON');
  });

  const enter = (person: TestPerson, changes: object = {}) =>
    api.as(person).post<AbsenceDto & { code?: string; errors?: object[] }>('/absences', {
      deputyId: officer.userId,
      startsOn: inDays(0),
      endsOn: inDays(4),
      ...changes,
    });
  const list = async (person: TestPerson) => (await api.as(person).get<AbsencePageDto>('/absences')).body;

  it('enters the own absence with a deputy, shows it to colleagues, and gives the deputy the role for the days', async () => {
    const { status, body } = await enter(liaison);
    expect(status).toBe(201);
    expect(body).toMatchObject({ userId: liaison.userId, deputyId: officer.userId, deputyName: officer.name, now: true, mayEnd: true });
    expect(await list(officer)).toMatchObject({ total: 1, items: [{ id: body.id, mayEnd: false }] });
    expect(await list(stranger)).toEqual({ items: [], total: 0 });
    const { body: session } = await api.as(officer).get('/session');
    expect(session['roles']).toEqual(expect.arrayContaining(['OFFICER', 'LIAISON']));
  });

  it('ends an absence, and with it the role of the deputy', async () => {
    const { id } = (await enter(liaison)).body;
    expect((await api.as(officer).delete(`/absences/${id}`)).status).toBe(404);
    expect((await api.as(stranger).delete(`/absences/${id}`)).status).toBe(404);
    expect((await api.as(liaison).delete(`/absences/${id}`)).status).toBe(204);
    expect((await list(liaison)).total).toBe(0);
    expect((await api.as(officer).get('/session')).body['roles']).toEqual(['OFFICER']);
    expect((await api.as(liaison).delete(`/absences/${id}`)).status).toBe(404);
  });

  it('lets a manager enter it for a colleague, but nobody make themself the deputy of another', async () => {
    expect(await enter(officer, { userId: liaison.userId })).toMatchObject({ status: 404, body: { code: 'person.notFound' } });
    expect(await enter(manager, { userId: liaison.userId, deputyId: manager.userId })).toMatchObject({
      status: 403,
      body: { code: 'absence.deputyIsSelf' },
    });
    expect((await enter(manager, { userId: liaison.userId })).status).toBe(201);
  });

  it('refuses what cannot be, field by field, and changes nothing', async () => {
    const bad: [object, string][] = [
      [{ startsOn: '2027-02-29' }, '/startsOn'],
      [{ endsOn: 'bald' }, '/endsOn'],
      [{ startsOn: inDays(3), endsOn: inDays(2) }, '/endsOn'],
      [{ startsOn: inDays(-9), endsOn: inDays(-2) }, '/endsOn'],
      [{ deputyId: liaison.userId }, '/deputyId'],
      [{ deputyId: 'Jana' }, '/deputyId'],
      [{ until: '2027-01-01' }, '/until'],
    ];
    for (const [change, pointer] of bad) {
      const { status, body } = await enter(liaison, change);
      expect({ status, errors: body.errors }).toMatchObject({
        status: 400,
        errors: expect.arrayContaining([expect.objectContaining({ pointer })]),
      });
    }
    for (const deputyId of [randomUUID(), stranger.userId])
      expect(await enter(liaison, { deputyId })).toMatchObject({ status: 404, body: { code: 'person.notFound' } });
    expect((await list(liaison)).total).toBe(0);
  });

  it('takes only an officer or liaison as deputy', async () => {
    const administrator = await api.world.person(organisation, 'ADMINISTRATOR');
    expect((await enter(liaison, { deputyId: administrator.userId })).status).toBe(404);
  });

  it('keeps one absence for a day, also at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => enter(liaison)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    expect((await enter(liaison, { startsOn: inDays(4), endsOn: inDays(6) })).body.code).toBe('absence.overlaps');
    expect((await enter(liaison, { startsOn: inDays(5), endsOn: inDays(6) })).status).toBe(201);
  });
});
