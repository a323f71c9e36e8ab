import type { BinPageDto, CaseDto, CasePageDto, FollowUpDto, TimelinePageDto, UndoneDto, UndoOfferDto } from '@lotse/cases/contract';
import { berlinDay } from '@lotse/shared/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld, share } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('the way back', () => {
  let api: TestApi;
  let w: CaseWorld;
  const today = berlinDay(new Date());
  const stored = async (id: string, person: TestPerson = w.officer) => (await api.as(person).get<CaseDto>(`/cases/${id}`)).body;
  const move = async (seen: CaseDto, input: object) =>
    (await api.as(w.officer).put<CaseDto>(`/cases/${seen.id}/status`, input, { version: seen.version })).body;
  const undo = (id: string | undefined, person: TestPerson = w.officer) =>
    api.as(person).post<UndoneDto & { code: string }>(`/undo/${id}`, {});
  const kinds = async (id: string) =>
    (await api.as(w.officer).get<TimelinePageDto>(`/cases/${id}/timeline`)).body.items.map(
      ({ kind, data }) => `${kind}${data['undone'] ? ' (undone)' : ''}`,
    );

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  it('takes a status back, as a change of its own, once', async () => {
    const seen = await aCase(api, w.officer, w.companyId);
    const moved = await move(seen, { status: 'WAITING', waitingFor: 'APPLICANT' });
    expect((await undo(moved.undoId)).body).toEqual({ undone: 1, refused: [] });
    const back = await stored(seen.id);
    expect(back).toMatchObject({ status: 'NEW', waitingFor: null, version: moved.version + 1 });
    expect(back.undoId).toBeUndefined();
    expect(await kinds(seen.id)).toEqual(['status.changed (undone)', 'status.changed', 'case.created']);
    expect(await undo(moved.undoId)).toMatchObject({ status: 409, body: { code: 'undo.done' } });
  });

  it('takes a closure back with the question it asked the company', async () => {
    const seen = await aCase(api, w.officer, w.companyId, { contactPersonId: w.contactId });
    await api.world.sql(`update contact_persons set survey_notice_on = '2026-01-01' where id = $1`, [w.contactId]);
    const closed = await move(seen, { status: 'CLOSED', outcome: 'ACHIEVED' });
    const mails = () =>
      api.world.sql<{ waits: boolean }>(
        `select m.next_attempt_at > now() + interval '10 seconds' as waits from outgoing_mails m join surveys s on s.id = m.ref_id where s.case_id = $1`,
        [seen.id],
      );
    expect(await mails()).toEqual([{ waits: true }]);
    expect((await undo(closed.undoId)).status).toBe(200);
    expect(await mails()).toEqual([]);
    expect(await api.world.sql('select 1 from surveys where case_id = $1', [seen.id])).toEqual([]);
    const back = await stored(seen.id);
    expect(back).toMatchObject({ status: 'NEW', outcome: null, closedAt: null, reopenedAt: null });
    const again = await move(back, { status: 'CLOSED', outcome: 'PARTLY' });
    expect(await api.world.sql('select exclusion from surveys where case_id = $1', [seen.id])).toEqual([{ exclusion: null }]);
    const reopened = await move(again, { status: 'IN_PROGRESS' });
    await undo(reopened.undoId);
    expect(await stored(seen.id)).toMatchObject({ status: 'CLOSED', outcome: 'PARTLY' });
    expect(await api.world.sql('select 1 from surveys where case_id = $1', [seen.id])).toHaveLength(1);
  });

  it('gives a case back to who worked on it, even where the person no longer reads it', async () => {
    const seen = await aCase(api, w.officer, w.companyId, { type: 'SETTLEMENT', confidential: true });
    const given = await api.as(w.officer).put<CaseDto>(`/cases/${seen.id}/officer`, { officerId: w.colleague.userId }, { version: 1 });
    expect((await api.as(w.officer).get(`/cases/${seen.id}`)).status).toBe(404);
    expect((await undo(given.body.undoId)).status).toBe(200);
    expect(await stored(seen.id)).toMatchObject({ officerId: w.officer.userId, officerName: 'Olga Amt' });
    expect((await api.as(w.colleague).get(`/cases/${seen.id}`)).status).toBe(404);
  });

  it('takes a next step back', async () => {
    const seen = await aCase(api, w.officer, w.companyId, { nextStep: 'Anrufen', nextStepOn: today });
    const none = await api.as(w.manager).put<CaseDto>(`/cases/${seen.id}/next-step`, { noneNeeded: true }, { version: 1 });
    expect((await undo(none.body.undoId, w.manager)).status).toBe(200);
    expect(await stored(seen.id)).toMatchObject({ nextStep: 'Anrufen', nextStepOn: today, noStepNeeded: false });
  });

  it('refuses when somebody changed the case meanwhile, and changes nothing', async () => {
    const seen = await aCase(api, w.officer, w.companyId);
    const moved = await move(seen, { status: 'IN_PROGRESS' });
    await api.as(w.colleague).put(`/cases/${seen.id}/next-step`, { nextStep: 'Rückruf' }, { version: moved.version });
    expect(await undo(moved.undoId)).toMatchObject({ status: 412, body: { code: 'undo.changed' } });
    expect(await stored(seen.id)).toMatchObject({ status: 'IN_PROGRESS', nextStep: 'Rückruf' });
  });

  it('is for the person who did it, for some seconds', async () => {
    const seen = await aCase(api, w.officer, w.companyId);
    const { undoId } = await move(seen, { status: 'IN_PROGRESS' });
    for (const other of [w.colleague, w.stranger])
      expect(await undo(undoId, other)).toMatchObject({ status: 404, body: { code: 'undo.notFound' } });
    await api.world.sql(`update undo_steps set expires_at = now() - interval '1 second' where id = $1`, [undoId]);
    expect(await undo(undoId)).toMatchObject({ status: 410, body: { code: 'undo.expired' } });
    expect(await stored(seen.id)).toMatchObject({ status: 'IN_PROGRESS' });
  });

  it('and a change at the same moment: exactly one of them happens', async () => {
    for (let round = 0; round < 3; round += 1) {
      const seen = await aCase(api, w.officer, w.companyId);
      const moved = await move(seen, { status: 'IN_PROGRESS' });
      const [back, changed] = await Promise.all([
        undo(moved.undoId),
        api
          .as(w.colleague)
          .put<CaseDto>(`/cases/${seen.id}/status`, { status: 'WAITING', waitingFor: 'APPLICANT' }, { version: moved.version }),
      ]);
      expect([back.status, changed.status].sort()).toEqual([200, 412]);
      expect((await stored(seen.id)).status).toBe(back.status === 200 ? 'NEW' : 'WAITING');
      expect(await kinds(seen.id)).toHaveLength(3);
    }
  }, 20_000);

  describe('the bin', () => {
    const bin = async (person: TestPerson = w.officer) => (await api.as(person).get<BinPageDto>('/bin')).body.items;
    const remove = (seen: CaseDto, person: TestPerson = w.officer) =>
      api
        .as(person)
        .post<UndoOfferDto & { code: string }>(`/cases/${seen.id}/delete`, { reason: 'Doppelt angelegt' }, { version: seen.version });

    it('takes a case nobody else ever saw; it is gone from every door until it is restored', async () => {
      const seen = await aCase(api, w.officer, w.companyId, { title: 'Doppelter Eberesche', nextStepOn: today });
      await api.as(w.officer).post(`/cases/${seen.id}/follow-ups`, { title: 'Eberesche anrufen', dueOn: today });
      expect((await remove(seen, w.manager)).status).toBe(403);
      expect((await remove(seen, w.stranger)).status).toBe(404);
      expect((await remove(seen)).status).toBe(200);
      for (const path of ['', '/timeline', '/follow-ups', '/accountability', '/job-effects']) {
        expect([path, (await api.as(w.officer).get(`/cases/${seen.id}${path}`)).status]).toEqual([path, 404]);
      }
      expect((await api.as(w.officer).get<CasePageDto>('/cases?q=Eberesche')).body.total).toBe(0);
      expect(JSON.stringify((await api.as(w.officer).get('/follow-ups?state=all&size=200')).body)).not.toContain('Eberesche');
      expect((await api.as(w.officer).put(`/cases/${seen.id}/next-step`, { nextStep: 'x' }, { version: 2 })).status).toBe(404);
      expect((await api.as(w.officer).post(`/cases/${seen.id}/follow-ups`, { title: 'x', dueOn: today })).status).toBe(404);
      expect(await bin(w.manager)).toContainEqual(
        expect.objectContaining({
          kind: 'CASE',
          id: seen.id,
          reason: 'Doppelt angelegt',
          deletedByName: 'Olga Amt',
          fileNumber: seen.fileNumber,
        }),
      );
      expect(await bin(w.stranger)).toEqual([]);
      expect((await api.as(w.stranger).post(`/bin/${seen.id}/restore`, {})).status).toBe(404);
      expect((await api.as(w.colleague).post(`/bin/${seen.id}/restore`, {})).body).toEqual({ kind: 'CASE', id: seen.id });
      expect(await stored(seen.id)).toMatchObject({ status: 'NEW', title: 'Doppelter Eberesche' });
      expect((await kinds(seen.id)).slice(0, 2)).toEqual(['case.restored', 'case.deleted']);
      expect((await api.as(w.officer).get<CasePageDto>('/cases?q=Eberesche')).body.total).toBe(1);
    });

    it('gives back within ten seconds what was just deleted', async () => {
      const seen = await aCase(api, w.officer, w.companyId);
      const { body } = await remove(seen);
      expect((await undo(body.undoId)).body.undone).toBe(1);
      expect((await stored(seen.id)).sections).toContain('NOTES');
    });

    it('takes none that was shared or closed', async () => {
      const shared = await aCase(api, w.officer, w.companyId);
      await share(api, shared.id, w.rodgau, ['MASTER']);
      expect(await remove(shared)).toMatchObject({ status: 409, body: { code: 'case.wasShared' } });
      const closed = await move(await aCase(api, w.officer, w.companyId), { status: 'CLOSED', outcome: 'ACHIEVED' });
      expect(await remove(closed)).toMatchObject({ status: 409, body: { code: 'case.wasClosed' } });
    });

    it('shows a confidential case to its team alone', async () => {
      const seen = await aCase(api, w.officer, w.companyId, { type: 'SETTLEMENT', confidential: true });
      await remove(seen);
      expect((await bin()).map(({ id }) => id)).toContain(seen.id);
      for (const other of [w.colleague, w.manager]) {
        expect((await bin(other)).map(({ id }) => id)).not.toContain(seen.id);
        expect((await api.as(w.colleague).post(`/bin/${seen.id}/restore`, {})).status).toBe(404);
      }
    });

    it('takes follow-ups, and keeps what it took from lists', async () => {
      const { id } = await aCase(api, w.officer, w.companyId);
      const { body } = await api.as(w.officer).post<FollowUpDto>(`/cases/${id}/follow-ups`, { title: 'Versehen', dueOn: today });
      const gone = await api.as(w.officer).delete<UndoOfferDto>(`/follow-ups/${body.id}`, { version: 1 });
      expect(gone.status).toBe(200);
      expect((await api.as(w.officer).delete(`/follow-ups/${body.id}`, { version: 2 })).status).toBe(404);
      expect((await api.as(w.officer).get<CasePageDto>(`/cases/${id}/follow-ups`)).body.total).toBe(0);
      expect((await bin()).map((item) => item.id)).toContain(body.id);
      expect((await undo(gone.body.undoId)).status).toBe(200);
      expect((await api.as(w.officer).get<CasePageDto>(`/cases/${id}/follow-ups`)).body.total).toBe(1);
      expect((await kinds(id)).slice(0, 2)).toEqual(['followUp.restored (undone)', 'followUp.deleted']);
    });

    it('is emptied after thirty days, and the log says so', async () => {
      const seen = await aCase(api, w.officer, w.companyId);
      await remove(seen);
      await api.world.sql(`update service_cases set deleted_at = now() - interval '31 days' where id = $1`, [seen.id]);
      expect((await bin()).map(({ id }) => id)).not.toContain(seen.id);
      expect((await api.as(w.officer).post(`/bin/${seen.id}/restore`, {})).status).toBe(404);
      await api.world.sql('select empty_bin()');
      expect(await api.world.sql('select 1 from service_cases where id = $1', [seen.id])).toEqual([]);
      expect(await api.world.sql(`select action from audit_entries where subject_id = $1 order by recorded_at`, [seen.id])).toEqual([
        { action: 'case.deleted' },
        { action: 'case.erased' },
      ]);
    });
  });
});
