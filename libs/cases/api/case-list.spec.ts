import type { CasePageDto } from '@lotse/cases/contract';
import { addDays, berlinDay } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, aCompany, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('the list of cases', () => {
  let api: TestApi;
  let w: CaseWorld;
  const today = berlinDay(new Date());
  const titles = async (query: string, person: TestPerson = w.officer) => {
    const { status, body } = await api.as(person).get<CasePageDto>(`/cases?${query}`);
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.items.map(({ title }) => title);
  };

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
    const bakery = await aCompany(api.world, w.langen, 'Bäckerei Weiß OHG');
    await aCase(api, w.officer, w.companyId, { title: 'Überfällig', nextStep: 'Anrufen', nextStepOn: addDays(today, -2) });
    await aCase(api, w.officer, w.companyId, { title: 'Später', type: 'FUNDING', nextStepOn: addDays(today, 30) });
    const assigned = await aCase(api, w.officer, bakery, { title: 'Morgen', nextStepOn: addDays(today, 1) });
    await api.as(w.officer).put(`/cases/${assigned.id}/officer`, { officerId: w.colleague.userId }, { version: 1 });
    const waiting = await aCase(api, w.officer, w.companyId, { title: 'Ohne Schritt' });
    await api.as(w.officer).put(`/cases/${waiting.id}/status`, { status: 'WAITING', waitingFor: 'APPLICANT' }, { version: 1 });
    const closed = await aCase(api, w.officer, w.companyId, { title: 'Erledigt' });
    await api.as(w.officer).put(`/cases/${closed.id}/status`, { status: 'CLOSED', outcome: 'ACHIEVED' }, { version: 1 });
    const foreign = await aCase(api, w.stranger, w.companyId, { title: 'Geteilt', nextStepOn: addDays(today, 3) });
    await share(api, foreign.id, w.langen, ['MASTER']);
    await aCase(api, w.stranger, w.companyId, { title: 'Nicht geteilt' });
  });
  afterAll(() => api.close());

  it('shows own and shared cases by the day of the next step, those without one last, and says how each stands', async () => {
    const { body } = await api.as(w.officer).get<CasePageDto>('/cases');
    expect(body.total).toBe(6);
    expect(body.items.map(({ title }) => title).slice(0, 4)).toEqual(['Überfällig', 'Morgen', 'Geteilt', 'Später']);
    expect(body.items[0]).toMatchObject({
      dueness: 'OVERDUE',
      companyName: 'Müller Präzisionsteile GmbH',
      municipality: w.langen.name,
      access: 'FULL',
    });
    expect(body.items[2]).toMatchObject({ access: 'SHARED', ownerOrganisationName: w.rodgau.name, officerName: w.stranger.name });
    expect(body.items.find(({ title }) => title === 'Erledigt')).toMatchObject({ dueness: null, outcome: 'ACHIEVED' });
  });

  it.each([
    ['ownership=shared', ['Geteilt']],
    ['ownership=organisation&status=OPEN', ['Überfällig', 'Morgen', 'Später', 'Ohne Schritt']],
    ['ownership=mine&status=OPEN', ['Überfällig', 'Später', 'Ohne Schritt']],
    ['officerId=me&status=CLOSED', ['Erledigt']],
    ['officerId=none', []],
    ['status=WAITING&waitingFor=APPLICANT', ['Ohne Schritt']],
    ['waitingFor=THIRD_PARTY', []],
    ['type=FUNDING', ['Später']],
    ['withoutNextStep=true', ['Ohne Schritt']],
    ['ownership=organisation&withoutNextStep=false&sort=-nextStepOn', ['Später', 'Morgen', 'Überfällig']],
    ['q=UEBERFAELLIG', ['Überfällig']],
    ['q=baeckerei%20weiss', ['Morgen']],
    ['q=%25', []],
    ['q=_', []],
    ['sort=title&status=OPEN&ownership=organisation', ['Morgen', 'Ohne Schritt', 'Später', 'Überfällig']],
  ])('answers %s', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it('filters by day, municipality, company, officer and file number', async () => {
    expect(await titles(`dueUntil=${addDays(today, 1)}`)).toEqual(['Überfällig', 'Morgen']);
    expect(await titles(`municipality=${w.ags}&status=OPEN&ownership=mine`)).toEqual(['Überfällig', 'Später', 'Ohne Schritt']);
    expect(await titles(`officerId=${w.colleague.userId}`)).toEqual(['Morgen']);
    const { body } = await api.as(w.officer).get<CasePageDto>('/cases?q=erledigt');
    const found = body.items[0];
    expect(await titles(`q=${found?.fileNumber.toLowerCase()}`)).toEqual(['Erledigt']);
    expect(await titles(`companyId=${found?.companyId}&status=CLOSED`)).toEqual(['Erledigt']);
  });

  it('gives pages whose total counts all of them', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map(async (page) => (await api.as(w.officer).get<CasePageDto>(`/cases?size=2&page=${page}`)).body),
    );
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 2, 0]);
    expect(pages.every(({ total }) => total === 6)).toBe(true);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(6);
  });

  it.each([
    ['sort=ownerOrg', '/sort'],
    ['status=DONE', '/status'],
    ['officerId=you', '/officerId'],
    ['size=201', '/size'],
    ['page=0', '/page'],
    ['dueUntil=tomorrow', '/dueUntil'],
    ['withoutNextStep=maybe', '/withoutNextStep'],
    ['colour=red', '/colour'],
  ])('refuses %s', async (query, pointer) => {
    const answer = await api.as(w.officer).get(`/cases?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it('is not for administrators', async () => {
    expect((await api.as(w.administrator).get('/cases')).status).toBe(403);
  });
});
