import type { BulkAnswerDto, CaseDto } from '@lotse/cases/contract';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { aCase, type CaseWorld, caseWorld } from './cases.fixture';
import { CasesModule } from './cases.module';

describe('many cases at once', () => {
  let api: TestApi;
  let w: CaseWorld;
  const stored = async (id: string) => (await api.as(w.officer).get<CaseDto>(`/cases/${id}`)).body;
  const bulk = (ids: string[], action: object, person: TestPerson = w.officer, preview = false) =>
    api.as(person).post<BulkAnswerDto>('/cases/bulk', { ids, action, preview });

  beforeAll(async () => {
    api = await testApi([CasesModule]);
    w = await caseWorld(api);
  });
  afterAll(() => api.close());

  it('are assigned, planned and moved; one undo takes all back but what somebody changed meanwhile', async () => {
    const [one, two, three] = [
      await aCase(api, w.officer, w.companyId),
      await aCase(api, w.officer, w.companyId),
      await aCase(api, w.officer, w.companyId),
    ];
    const ids = [one.id, two.id, three.id];
    const given = await bulk(ids, { kind: 'ASSIGN', officerId: w.colleague.userId });
    expect(given).toMatchObject({ status: 200, body: { done: 3 } });
    expect((await stored(two.id)).officerId).toBe(w.colleague.userId);
    const changed = await stored(three.id);
    await api.as(w.colleague).put(`/cases/${three.id}/next-step`, { nextStep: 'Meins' }, { version: changed.version });
    const back = await api.as(w.officer).post(`/undo/${given.body.undoId}`, {});
    expect(back.body).toEqual({ undone: 2, refused: [{ id: three.id, code: 'undo.changed' }] });
    expect((await stored(one.id)).officerId).toBe(w.officer.userId);
    expect((await stored(three.id)).officerId).toBe(w.colleague.userId);
    expect((await bulk(ids, { kind: 'NEXT_STEP', nextStep: 'Alle anrufen', nextStepOn: '2030-01-15' })).body.done).toBe(3);
    expect((await bulk(ids, { kind: 'MOVE', status: 'CLOSED', outcome: 'ACHIEVED' })).body.done).toBe(3);
    expect(await stored(two.id)).toMatchObject({ status: 'CLOSED', nextStep: 'Alle anrufen' });
  });

  it('name each that cannot be changed, a foreign one like an unknown one', async () => {
    const mine = await aCase(api, w.officer, w.companyId);
    const closed = await aCase(api, w.officer, w.companyId);
    await bulk([closed.id], { kind: 'MOVE', status: 'CLOSED', outcome: 'ACHIEVED' });
    const secret = await aCase(api, w.colleague, w.companyId, { type: 'SETTLEMENT', confidential: true });
    const unknown = '00000000-0000-7000-8000-000000000000';
    const ids = [mine.id, closed.id, secret.id, unknown];
    const action = { kind: 'MOVE', status: 'WAITING', waitingFor: 'APPLICANT' };
    const rehearsal = await bulk(ids, action, w.officer, true);
    expect((await stored(mine.id)).status).toBe('NEW');
    expect(rehearsal.body.undoId).toBeUndefined();
    const { body } = await bulk(ids, action);
    expect(body.items).toEqual([
      { id: mine.id, done: true },
      { id: closed.id, done: false, code: 'case.cannotMove' },
      { id: secret.id, done: false, code: 'case.notFound' },
      { id: unknown, done: false, code: 'case.notFound' },
    ]);
    expect(rehearsal.body).toEqual({ items: body.items, done: 1 });
    expect((await bulk([mine.id], action, w.stranger)).body).toEqual({
      items: [{ id: mine.id, done: false, code: 'case.notFound' }],
      done: 0,
    });
    expect((await bulk([mine.id], action, w.manager)).status).toBe(403);
    expect((await bulk([mine.id], { kind: 'ASSIGN', officerId: w.stranger.userId })).body.items[0]?.code).toBe('person.notFound');
  });

  it.each([
    { kind: 'ASSIGN' },
    { kind: 'NEXT_STEP' },
    { kind: 'MOVE' },
    { kind: 'MOVE', status: 'WAITING' },
    { kind: 'MOVE', status: 'CLOSED' },
    { kind: 'DELETE' },
  ])('need %j to be complete', async (action) => {
    expect((await bulk([w.companyId], action)).status).toBe(400);
  });

  it('are at most 200', async () => {
    const ids = Array.from({ length: 201 }, (_, i) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    expect((await bulk(ids, { kind: 'NEXT_STEP', nextStep: 'x' })).status).toBe(400);
  });
});
