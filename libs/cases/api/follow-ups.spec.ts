import type {
  CaseDto,
  CasePageDto,
  FollowUpDto,
  FollowUpPageDto,
  JobEffectDto,
  JobEffectPageDto,
  TimelinePageDto,
} from '@lotse/cases/contract';
import { addDays, berlinDay, nextWorkingDay, weekday } from '@lotse/shared/contract';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('what is done for a case', () => {
  let api: TestApi;
  let w: CaseWorld;
  const today = berlinDay(new Date());
  const working = (days: number) => nextWorkingDay(addDays(today, days), { state: 'HE' });
  const kinds = async (id: string) =>
    (await api.as(w.officer).get<TimelinePageDto>(`/cases/${id}/timeline`)).body.items.map(({ kind }) => kind);
  const followUp = async (id: string, changes: object = {}) =>
    (await api.as(w.officer).post<FollowUpDto>(`/cases/${id}/follow-ups`, { title: 'Nachfassen', dueOn: working(7), ...changes })).body;

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  describe('follow-ups', () => {
    it('belong to the person who enters them unless another is named, and are done with the next one in the same step', async () => {
      const { id, version } = await aCase(api, w.officer, w.companyId);
      const first = await followUp(id);
      expect(first).toMatchObject({ title: 'Nachfassen', kind: 'TASK', dueness: 'SOON', assigneeName: 'Olga Amt', caseId: id, version: 1 });
      const done = await api
        .as(w.officer)
        .put<FollowUpDto>(
          `/follow-ups/${first.id}/done`,
          { done: true, next: { title: 'Vertrag prüfen', dueOn: working(14) } },
          { version: 1 },
        );
      expect(done.body).toMatchObject({ doneAt: expect.any(String) as string, dueness: null, version: 2 });
      const list = await api.as(w.officer).get<FollowUpPageDto>(`/cases/${id}/follow-ups`);
      expect(list.body.items.map(({ title, doneAt }) => [title, doneAt !== null])).toEqual([
        ['Vertrag prüfen', false],
        ['Nachfassen', true],
      ]);
      expect(await kinds(id)).toEqual(['followUp.created', 'followUp.done', 'followUp.created', 'case.created']);
      expect((await api.as(w.officer).get<{ version: number }>(`/cases/${id}`)).body.version).toBe(version);
    });

    it('are done without a next one: "keiner nötig" is remembered until something is planned again', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const first = await followUp(id);
      const body = { done: true, noneNeeded: true };
      const next = { title: 'Doch noch', dueOn: working(7) };
      const both = await api.as(w.officer).put(`/follow-ups/${first.id}/done`, { ...body, next }, { version: 1 });
      expect(both).toMatchObject({ status: 400, body: { errors: [{ pointer: '/noneNeeded', code: 'contradiction' }] } });
      expect((await api.as(w.officer).put(`/follow-ups/${first.id}/done`, body, { version: 1 })).status).toBe(200);
      const stored = async () => (await api.as(w.officer).get<CaseDto>(`/cases/${id}`)).body;
      expect(await stored()).toMatchObject({ noStepNeeded: true, nextStep: null });
      expect(await kinds(id)).toEqual(['nextStep.changed', 'followUp.done', 'followUp.created', 'case.created']);
      const without = () => api.as(w.officer).get<CasePageDto>(`/cases?withoutNextStep=true&companyId=${w.companyId}&size=200`);
      expect((await without()).body.items.map((item) => item.id)).not.toContain(id);
      const { version } = await stored();
      const planned = await api.as(w.officer).put<CaseDto>(`/cases/${id}/next-step`, { nextStep: 'Anrufen' }, { version });
      expect(planned.body).toMatchObject({ noStepNeeded: false, nextStep: 'Anrufen' });
      const forgotten = await api.as(w.officer).put<CaseDto>(`/cases/${id}/next-step`, {}, { version: planned.body.version });
      expect(forgotten.body.noStepNeeded).toBe(false);
      expect((await without()).body.items.map((item) => item.id)).toContain(id);
      const none = await api
        .as(w.officer)
        .put<CaseDto>(`/cases/${id}/next-step`, { noneNeeded: true }, { version: forgotten.body.version });
      expect(none.body.noStepNeeded).toBe(true);
      const wrong = await api
        .as(w.officer)
        .put(`/cases/${id}/next-step`, { noneNeeded: true, nextStep: 'x' }, { version: none.body.version });
      expect(wrong.status).toBe(400);
    });

    it('fall on working days: any other day to come is refused with the next that fits', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const saturday = addDays(today, 13 - weekday(today));
      const monday = nextWorkingDay(saturday, { state: 'HE' });
      const refused = {
        status: 422,
        body: { code: 'followUp.notWorkingDay', details: { dueOn: saturday, nextWorkingDay: monday } },
      };
      const officer = api.as(w.officer);
      expect(await officer.post(`/cases/${id}/follow-ups`, { title: 'Samstags', dueOn: saturday })).toMatchObject(refused);
      const christmas = await officer.post(`/cases/${id}/follow-ups`, { title: 'Feiertags', dueOn: '2199-12-25' });
      expect(christmas.body).toMatchObject({ details: { nextWorkingDay: '2199-12-27' } });
      const { id: followUpId } = await followUp(id);
      expect(await officer.patch(`/follow-ups/${followUpId}`, { dueOn: saturday }, { version: 1 })).toMatchObject(refused);
      const next = { title: 'Danach', dueOn: saturday };
      expect(await officer.put(`/follow-ups/${followUpId}/done`, { done: true, next }, { version: 1 })).toMatchObject(refused);
      expect((await officer.patch(`/follow-ups/${followUpId}`, { dueOn: monday }, { version: 1 })).status).toBe(200);
      // What was due on a weekend that is over stays there.
      expect((await followUp(id, { dueOn: addDays(saturday, -28) })).dueOn).toBe(addDays(saturday, -28));
      expect(await kinds(id)).toEqual(['followUp.created', 'followUp.changed', 'followUp.created', 'case.created']);
    });

    it('finished by an organisation that works along say nothing for the owner', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      await share(api, id, w.rodgau, ['MASTER', 'NOTES'], true);
      const { body } = await api.as(w.stranger).post<FollowUpDto>(`/cases/${id}/follow-ups`, { title: 'Zuarbeit', dueOn: today });
      expect((await api.as(w.stranger).put(`/follow-ups/${body.id}/done`, { done: true, noneNeeded: true }, { version: 1 })).status).toBe(
        200,
      );
      expect((await api.as(w.officer).get<CaseDto>(`/cases/${id}`)).body.noStepNeeded).toBe(false);
    });

    it('change under If-Match, and of two changes from the same version one wins', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const { id: followUpId } = await followUp(id);
      expect((await api.as(w.officer).patch(`/follow-ups/${followUpId}`, { title: 'Ohne' })).status).toBe(428);
      const answers = await Promise.all(
        [1, 2, 3, 4].map((n) => api.as(w.officer).patch<FollowUpDto>(`/follow-ups/${followUpId}`, { title: `Neu ${n}` }, { version: 1 })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
      const moved = await api
        .as(w.colleague)
        .patch<FollowUpDto>(`/follow-ups/${followUpId}`, { dueOn: today, assigneeId: null }, { version: 2 });
      expect(moved.body).toMatchObject({ dueOn: today, dueness: 'TODAY', assigneeId: null });
      expect((await kinds(id)).filter((kind) => kind === 'followUp.changed')).toHaveLength(2);
    });

    it('are listed for the organisation: mine, by day, done or not', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const mine = await followUp(id, { title: 'Meine', dueOn: addDays(today, -400) });
      const theirs = await followUp(id, { title: 'Seine', dueOn: addDays(today, -401), assigneeId: w.colleague.userId });
      const titles = async (query: string) =>
        (await api.as(w.officer).get<FollowUpPageDto>(`/follow-ups?${query}`)).body.items.map(({ title }) => title);
      const until = addDays(today, -300);
      expect(await titles(`dueUntil=${until}`)).toEqual(['Seine', 'Meine']);
      expect(await titles(`dueUntil=${until}&assigneeId=me`)).toEqual(['Meine']);
      await api.as(w.officer).put(`/follow-ups/${mine.id}/done`, { done: true }, { version: 1 });
      expect(await titles(`dueUntil=${until}`)).toEqual(['Seine']);
      expect(await titles(`dueUntil=${until}&state=done`)).toEqual(['Meine']);
      expect(theirs.assigneeName).toBe('Karl Amt');
      expect((await api.as(w.stranger).get<FollowUpPageDto>(`/follow-ups?dueUntil=${until}&state=all`)).body.total).toBe(0);
    });

    it('are not changed by others, and only colleagues are named', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const { id: followUpId } = await followUp(id);
      expect((await api.as(w.stranger).patch(`/follow-ups/${followUpId}`, { title: 'Fremd' }, { version: 1 })).status).toBe(404);
      expect((await api.as(w.manager).patch(`/follow-ups/${followUpId}`, { title: 'Nein' }, { version: 1 })).status).toBe(403);
      const foreign = await api.as(w.officer).post(`/cases/${id}/follow-ups`, { title: 'x', dueOn: today, assigneeId: w.stranger.userId });
      expect(foreign).toMatchObject({ status: 404, body: { code: 'person.notFound' } });
      for (const fault of [{ title: '' }, { dueOn: '2026-13-01' }, { kind: 'RECOVERY' }, { assigneeId: 'me' }]) {
        expect((await api.as(w.officer).post(`/cases/${id}/follow-ups`, { title: 'x', dueOn: today, ...fault })).status).toBe(400);
      }
    });

    it('can be entered by another organisation that works along, for itself', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      await share(api, id, w.rodgau, ['MASTER', 'NOTES'], true);
      const { status, body } = await api.as(w.stranger).post<FollowUpDto>(`/cases/${id}/follow-ups`, { title: 'Zuarbeit', dueOn: today });
      expect(status).toBe(201);
      expect(body.organisationId).toBe(w.rodgau.id);
      const seen = await api.as(w.officer).get<FollowUpPageDto>(`/cases/${id}/follow-ups`); // its people have no name here
      expect(seen.body.items).toMatchObject([{ assigneeId: w.stranger.userId, assigneeName: null, organisationName: w.rodgau.name }]);
      expect((await api.as(w.officer).patch(`/follow-ups/${body.id}`, { title: 'Nein' }, { version: 1 })).status).toBe(404);
    });

    it('to call a company are done by the lead they are meant for', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const [call] = await api.world.sql<{ id: string }>(
        `insert into follow_ups (case_id, organisation_id, assignee_id, kind, title, due_on) values ($1, $2, $3, 'RECOVERY', 'Bitte anrufen', today_in_berlin()) returning id`,
        [id, w.langen.id, w.manager.userId],
      );
      const done = await api.as(w.manager).put<FollowUpDto>(`/follow-ups/${call?.id}/done`, { done: true }, { version: 1 });
      expect(done).toMatchObject({ status: 200, body: { kind: 'RECOVERY', version: 2 } });
      const { id: other } = await followUp(id);
      expect((await api.as(w.manager).put(`/follow-ups/${other}/done`, { done: true }, { version: 1 })).status).toBe(404);
    });
  });

  describe('effects on jobs', () => {
    it('are reported in three classes and never summed', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const add = (effect: string, attribution: string, count: number) =>
        api
          .as(w.officer)
          .post<JobEffectDto>(`/cases/${id}/job-effects`, { effect, attribution, count, source: 'Auskunft der Geschäftsführung' });
      await add('CREATED', 'CAUSED', 5);
      await add('CREATED', 'CAUSED', 7);
      await add('SECURED', 'OBSERVED', 40);
      const { body } = await api.as(w.officer).get<JobEffectPageDto>(`/cases/${id}/job-effects`);
      expect(body.totals).toEqual([
        { attribution: 'CAUSED', created: 12, secured: 0, lost: 0 },
        { attribution: 'SUPPORTED', created: 0, secured: 0, lost: 0 },
        { attribution: 'OBSERVED', created: 0, secured: 40, lost: 0 },
      ]);
      expect((await api.as(w.stranger).delete(`/job-effects/${body.items[0]?.id}`)).status).toBe(404);
      expect((await api.as(w.manager).delete(`/job-effects/${body.items[0]?.id}`)).status).toBe(403);
      expect((await api.as(w.officer).delete(`/job-effects/${body.items[0]?.id}`)).status).toBe(204);
      expect(await kinds(id)).toEqual(['jobEffect.removed', 'jobEffect.added', 'jobEffect.added', 'jobEffect.added', 'case.created']);
    });

    it.each([{ count: 0 }, { count: 1.5 }, { count: 100_001 }, { source: '' }, { effect: 'MAYBE' }, { attribution: 'ALL' }])(
      'refuse %j',
      async (fault) => {
        const { id } = await aCase(api, w.officer, w.companyId);
        const body = { effect: 'LOST', attribution: 'OBSERVED', count: 1, source: 'Presse', ...fault };
        expect((await api.as(w.officer).post(`/cases/${id}/job-effects`, body)).status).toBe(400);
      },
    );
  });
});
