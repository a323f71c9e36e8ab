import type { CaseDto, TimelinePageDto } from '@lotse/cases/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld } from './cases.fixture';
import { CasesModule } from './cases.module';

interface Stale {
  code: string;
  details: { version: number; current: CaseDto };
}

describe('changing a case', () => {
  let api: TestApi;
  let w: CaseWorld;
  const events = async (id: string, person: TestPerson = w.officer) =>
    (await api.as(person).get<TimelinePageDto>(`/cases/${id}/timeline`)).body;
  const move = (id: string, version: number, body: object, person: TestPerson = w.officer) =>
    api.as(person).put<CaseDto>(`/cases/${id}/status`, body, { version });

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  it('writes an event with old and new values for every field', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { details: { jobs: 3 } });
    const changed = await api.as(w.colleague).patch<CaseDto>(
      `/cases/${id}`,
      {
        title: 'Neue Halle und Büro',
        details: { jobs: 5, areaSqm: 900 },
        nextStep: 'Anrufen',
        nextStepOn: '2026-12-03',
        projectName: 'Halle 3',
      },
      { version: 1 },
    );
    expect(changed).toMatchObject({ status: 200, body: { title: 'Neue Halle und Büro', details: { jobs: 5, areaSqm: 900 }, version: 2 } });
    const { items, total } = await events(id);
    expect(total).toBe(3);
    expect(items[2]).toMatchObject({ kind: 'case.created', byName: 'Olga Amt', byOrganisationName: w.langen.name });
    const changes = items.slice(0, 2).flatMap((item) => item.changes);
    expect(changes).toEqual(
      expect.arrayContaining([
        { field: 'title', old: 'Neue Halle', new: 'Neue Halle und Büro' },
        { field: 'nextStep', old: null, new: 'Anrufen' },
        { field: 'nextStepOn', old: null, new: '2026-12-03' },
        { field: 'projectName', old: null, new: 'Halle 3' },
        { field: 'details.jobs', old: 3, new: 5 },
        { field: 'details.areaSqm', old: null, new: 900 },
      ]),
    );
    expect(items[0]).toMatchObject({ byName: 'Karl Amt' });
  });

  it('empties a field by null, changes nothing and writes no event when nothing is different', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { details: { jobs: 3 }, nextStep: 'Anrufen' });
    const emptied = await api.as(w.officer).patch<CaseDto>(`/cases/${id}`, { details: { jobs: null }, nextStep: null }, { version: 1 });
    expect(emptied.body).toMatchObject({ details: {}, nextStep: null, version: 2 });
    const before = (await events(id)).total;
    const same = await api.as(w.officer).patch<CaseDto>(`/cases/${id}`, { title: 'Neue Halle', details: {} }, { version: 2 });
    expect(same).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await events(id)).total).toBe(before);
  });

  it('changes the version when only the own fields change, names municipalities, and undoes all of it together', async () => {
    const { id } = await aCase(api, w.officer, w.companyId, { type: 'RELOCATION' });
    const changed = await api.as(w.officer).patch<CaseDto>(`/cases/${id}`, { details: { toMunicipality: w.ags } }, { version: 1 });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await events(id)).items[0]?.changes).toEqual([
      { field: 'details.toMunicipality', old: null, new: w.ags, newName: w.langen.name },
    ]);
    expect((await api.as(w.officer).patch(`/cases/${id}`, { details: { areaSqm: 1 }, title: 'x' }, { version: 2 })).status).toBe(400);
    expect((await api.as(w.officer).get<CaseDto>(`/cases/${id}`)).body.version).toBe(2);
  });

  it('asks for If-Match and tells the stored values to whoever is too late', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    expect(await api.as(w.officer).patch(`/cases/${id}`, { title: 'Ohne' })).toMatchObject({ status: 428 });
    expect(await api.as(w.officer).put(`/cases/${id}/status`, { status: 'IN_PROGRESS' })).toMatchObject({ status: 428 });
    expect((await api.as(w.officer).patch(`/cases/${id}`, { title: 'Schwach' }, { headers: { 'if-match': 'W/"1"' } })).status).toBe(400);
    await api.as(w.colleague).patch(`/cases/${id}`, { title: 'Halle, größer' }, { version: 1 });
    const late = await api.as(w.officer).patch<Stale>(`/cases/${id}`, { title: 'Halle, kleiner' }, { version: 1 });
    expect(late).toMatchObject({
      status: 412,
      body: { code: 'stale', details: { version: 2, current: { title: 'Halle, größer', version: 2 } } },
    });
    expect((await move(id, 1, { status: 'IN_PROGRESS' })).status).toBe(412);
  });

  it.each(['patch', 'status', 'officer', 'next-step', 'confidential', 'team'])(
    'lets exactly one of ten %s requests with the same ETag win',
    async (what) => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const one = (n: number) => {
        if (what === 'patch')
          return api.as(w.officer).patch<Stale>(`/cases/${id}`, { title: `Titel ${n}`, details: { jobs: n + 1 } }, { version: 1 });
        const bodies: Record<string, object> = {
          status: { status: 'IN_PROGRESS' },
          officer: { officerId: w.colleague.userId },
          'next-step': { nextStep: `Schritt ${n}` },
          confidential: { confidential: true },
          team: { members: [w.officer.userId, w.colleague.userId] },
        };
        return api.as(w.officer).put<Stale>(`/cases/${id}/${what}`, bodies[what], { version: 1 });
      };
      const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => one(n)));
      const stale = answers.filter(({ status }) => status === 412);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(stale).toHaveLength(9);
      expect(stale.every(({ body }) => body.details.current.version === 2)).toBe(true);
      const { total, items } = await events(id);
      expect(total).toBe(what === 'patch' ? 3 : 2);
      expect(items.filter(({ kind }) => kind === 'case.created')).toHaveLength(1);
    },
  );

  describe('its life', () => {
    it('goes from new over waiting to closed and back, with an event for each', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      expect((await move(id, 1, { status: 'IN_PROGRESS' })).body).toMatchObject({ status: 'IN_PROGRESS', version: 2 });
      expect((await move(id, 2, { status: 'WAITING', waitingFor: 'APPLICANT' })).body).toMatchObject({
        status: 'WAITING',
        waitingFor: 'APPLICANT',
      });
      expect((await move(id, 3, { status: 'WAITING', waitingFor: 'THIRD_PARTY' })).body).toMatchObject({ waitingFor: 'THIRD_PARTY' });
      const closed = await move(id, 4, { status: 'CLOSED', outcome: 'ACHIEVED' });
      expect(closed.body).toMatchObject({
        status: 'CLOSED',
        outcome: 'ACHIEVED',
        waitingFor: null,
        closedAt: expect.any(String) as string,
      });
      expect((await move(id, 5, { status: 'IN_PROGRESS' })).body).toMatchObject({ status: 'IN_PROGRESS', outcome: null, closedAt: null });
      const written = (await events(id)).items.filter(({ kind }) => !kind.startsWith('survey.'));
      expect(written.map(({ kind }) => kind)).toEqual([
        'case.reopened',
        'case.closed',
        'status.changed',
        'status.changed',
        'status.changed',
        'case.created',
      ]);
      expect(written[1]?.changes).toEqual(
        expect.arrayContaining([
          { field: 'status', old: 'WAITING', new: 'CLOSED' },
          { field: 'outcome', old: null, new: 'ACHIEVED' },
        ]),
      );
    });

    it('closes a new case directly, in the words of the interface for programs', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      expect((await move(id, 1, { status: 'CLOSED', outcome: 'OUT_OF_SCOPE' })).status).toBe(200);
    });

    it.each([
      [{ status: 'CLOSED' }, '/outcome'],
      [{ status: 'WAITING' }, '/waitingFor'],
      [{ status: 'WAITING', waitingFor: 'NOBODY' }, '/waitingFor'],
      [{ status: 'IN_PROGRESS', outcome: 'ACHIEVED' }, '/outcome'],
      [{ status: 'REOPENED' }, '/status'],
      [{}, '/status'],
    ])('refuses %j', async (body, pointer) => {
      const { id } = await aCase(api, w.officer, w.companyId);
      expect(await move(id, 1, body)).toMatchObject({
        status: 400,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) as object[] },
      });
    });

    it('refuses steps that make no sense', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      expect(await move(id, 1, { status: 'NEW' })).toMatchObject({ status: 422, body: { code: 'case.cannotMove' } });
      await move(id, 1, { status: 'CLOSED', outcome: 'PARTLY' });
      expect(await move(id, 2, { status: 'WAITING', waitingFor: 'APPLICANT' })).toMatchObject({ status: 422 });
    });

    it('is moved by who works on cases, not by a manager', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      expect((await move(id, 1, { status: 'IN_PROGRESS' }, w.manager)).status).toBe(403);
      expect((await move(id, 1, { status: 'IN_PROGRESS' }, w.stranger)).status).toBe(404);
    });
  });

  it('lets a manager say who works on it and what comes next, and nothing else', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    const assigned = await api.as(w.manager).put<CaseDto>(`/cases/${id}/officer`, { officerId: w.colleague.userId }, { version: 1 });
    expect(assigned.body).toMatchObject({ officerName: 'Karl Amt', version: 2 });
    const planned = await api
      .as(w.manager)
      .put<CaseDto>(`/cases/${id}/next-step`, { nextStep: 'Rückruf', nextStepOn: '2026-12-04' }, { version: 2 });
    expect(planned.body).toMatchObject({ nextStep: 'Rückruf', nextStepOn: '2026-12-04', version: 3 });
    expect((await api.as(w.manager).patch(`/cases/${id}`, { title: 'Nein' }, { version: 3 })).status).toBe(403);
    const kinds = (await events(id, w.manager)).items.map(({ kind, changes }) => [kind, changes.map(({ field }) => field)]);
    expect(kinds.slice(0, 2)).toEqual([
      ['nextStep.changed', ['nextStep', 'nextStepOn']],
      ['officer.assigned', ['officer']],
    ]);
  });

  it('gives a case only to people who can work on it', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    for (const officerId of [w.stranger.userId, w.manager.userId, '00000000-0000-7000-8000-000000000000']) {
      const answer = await api.as(w.officer).put(`/cases/${id}/officer`, { officerId }, { version: 1 });
      expect(answer).toMatchObject({ status: 404, body: { code: 'person.notFound' } });
    }
  });

  it('names only contacts of the same company that the own organisation entered', async () => {
    const { id } = await aCase(api, w.officer, w.companyId);
    const [foreign] = await api.world.sql<{ id: string }>(
      `insert into contact_persons (company_id, owner_org, first_name, last_name) values ($1, $2, 'Fremd', 'Person') returning id`,
      [w.companyId, w.rodgau.id],
    );
    const answer = await api.as(w.officer).patch(`/cases/${id}`, { contactPersonId: foreign?.id }, { version: 1 });
    expect(answer).toMatchObject({ status: 404, body: { code: 'contact.notFound' } });
    expect((await api.as(w.officer).patch<CaseDto>(`/cases/${id}`, { contactPersonId: null }, { version: 1 })).body).toMatchObject({
      contactPersonId: null,
    });
  });
});
