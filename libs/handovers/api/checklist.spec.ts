import { CasesModule } from '@lotse/cases/api';
import type {
  BinPageDto,
  CaseDto,
  ChecklistDto,
  ChecklistItemDto,
  ChecklistTemplateDto,
  TimelinePageDto,
  UndoOfferDto,
} from '@lotse/cases/contract';
import type { HandoverDto } from '@lotse/handovers/contract';
import { type TestApi, testApi, type TestOrganisation, type TestPerson } from '@lotse/shared/testing';
import { HandoversModule } from './handovers.module';

describe('a checklist', () => {
  let api: TestApi;
  let langen: TestOrganisation;
  let rodgau: TestOrganisation;
  let third: TestOrganisation;
  let officer: TestPerson;
  let manager: TestPerson;
  let administrator: TestPerson;
  let liaison: TestPerson;
  let stranger: TestPerson;
  let companyId: string;

  const open = async (changes: object = {}) =>
    (await api.as(officer).post<CaseDto>('/cases', { type: 'EXPANSION', title: 'Neue Halle', companyId, ...changes })).body.id;
  const list = async (caseId: string, person = officer) => (await api.as(person).get<ChecklistDto>(`/cases/${caseId}/checklist`)).body;
  const add = async (caseId: string, ...titles: string[]) =>
    (await api.as(officer).post<ChecklistDto>(`/cases/${caseId}/checklist`, { titles })).body.items;
  const item = async (caseId: string, title = 'Baurecht klären') =>
    (await add(caseId, title)).find((one) => one.title === title) as ChecklistItemDto;
  const tick = (one: ChecklistItemDto, done = true, person = officer) =>
    api.as(person).put<ChecklistItemDto & { code: string }>(`/checklist-items/${one.id}/done`, { done }, { version: one.version });
  const hand = (one: ChecklistItemDto, to = rodgau, person = officer) =>
    api
      .as(person)
      .post<ChecklistItemDto & { code: string }>(`/checklist-items/${one.id}/hand`, { toOrganisationId: to.id }, { version: one.version });
  const decide = (id: string | undefined, what: string, body: object = {}, person = liaison) =>
    api.as(person).post<HandoverDto>(`/handovers/${id}/${what}`, body);
  const kinds = async (caseId: string, person = officer) =>
    (await api.as(person).get<TimelinePageDto>(`/cases/${caseId}/timeline`)).body.items
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('checklist'));

  beforeAll(async () => {
    api = await testApi([CasesModule, HandoversModule]);
    const region = await api.world.region();
    [langen, rodgau, third] = [
      await api.world.organisation(region),
      await api.world.organisation(region),
      await api.world.organisation(region),
    ];
    officer = await api.world.person(langen, 'OFFICER', 'Olga Amt');
    manager = await api.world.person(langen, 'MANAGER');
    administrator = await api.world.person(langen, 'ADMINISTRATOR');
    liaison = await api.world.person(rodgau, 'LIAISON', 'Lena Rodgau');
    stranger = await api.world.person(third, 'OFFICER');
    const [company] = await api.world.sql<{ id: string }>(
      `insert into companies (region_id, keeper_org, name) values ($1, $2, 'Listen GmbH') returning id`,
      [langen.regionId, langen.id],
    );
    companyId = company?.id ?? '';
  });
  afterAll(() => api.close());

  it('is filled by hand or from a template that is suggested, never twice with the same', async () => {
    const template = await api.as(administrator).post<ChecklistTemplateDto>('/checklist-templates', {
      caseType: 'EXPANSION',
      title: 'Erweiterung bei uns',
      items: [' Fläche prüfen ', 'Baurecht klären'],
    });
    expect(template).toMatchObject({ status: 201, body: { isOwn: true, version: 1, items: ['Fläche prüfen', 'Baurecht klären'] } });
    const caseId = await open();
    expect((await list(caseId)).suggestions).toContainEqual({ templateId: template.body.id, title: 'Erweiterung bei uns', count: 2 });
    await add(caseId, 'Baurecht klären', 'Eigenes');
    const filled = await api.as(officer).post<ChecklistDto>(`/cases/${caseId}/checklist`, { templateId: template.body.id });
    expect(filled.body.items.map(({ title }) => title)).toEqual(['Baurecht klären', 'Eigenes', 'Fläche prüfen']);
    expect(filled.body.suggestions.map(({ templateId }) => templateId)).not.toContain(template.body.id);
    expect(await kinds(caseId)).toEqual(['checklist.added', 'checklist.added']);
    for (const bad of [{}, { titles: [] }, { titles: [' '] }, { titles: ['a\nb'] }, { titles: ['x'.repeat(301)] }]) {
      expect((await api.as(officer).post(`/cases/${caseId}/checklist`, bad)).status).toBe(400);
    }
  });

  it('has templates kept by the administration, each for its own organisation', async () => {
    const input = { caseType: 'FUNDING', title: 'Förderung bei uns', items: ['Programm suchen'] };
    expect((await api.as(officer).post('/checklist-templates', input)).status).toBe(403);
    const { body } = await api.as(administrator).post<ChecklistTemplateDto>('/checklist-templates', input);
    const other = await api.world.person(rodgau, 'ADMINISTRATOR');
    expect(JSON.stringify((await api.as(other).get('/checklist-templates')).body)).not.toContain(body.id);
    expect((await api.as(other).patch(`/checklist-templates/${body.id}`, input, { version: 1 })).status).toBe(404);
    const changed = await api
      .as(administrator)
      .patch<ChecklistTemplateDto>(`/checklist-templates/${body.id}`, { ...input, items: ['Programm suchen', 'Frist'] }, { version: 1 });
    expect(changed.body).toMatchObject({ version: 2, items: ['Programm suchen', 'Frist'] });
    expect((await api.as(administrator).patch(`/checklist-templates/${body.id}`, input, { version: 1 })).status).toBe(412);
    expect((await api.as(administrator).delete(`/checklist-templates/${body.id}`, { version: 2 })).status).toBe(204);
    expect((await api.as(administrator).delete(`/checklist-templates/${body.id}`, { version: 2 })).status).toBe(404);
  });

  it('is ticked under If-Match by those who may add to the case, and read by nobody else', async () => {
    const caseId = await open();
    const one = await item(caseId);
    expect((await tick(one, true, stranger)).status).toBe(404);
    expect((await tick(one, true, manager)).status).toBe(403);
    expect((await api.as(stranger).get(`/cases/${caseId}/checklist`)).status).toBe(404);
    expect((await list(caseId, manager)).total).toBe(1);
    expect((await tick(one)).body).toMatchObject({ doneAt: expect.any(String) as string, doneByName: 'Olga Amt', version: 2 });
    expect((await tick(one)).status).toBe(412);
    expect((await tick({ ...one, version: 2 }, false)).body.doneAt).toBeNull();
    expect(await kinds(caseId)).toEqual(['checklist.reopened', 'checklist.done', 'checklist.added']);
  });

  it('has items another organisation answers: with its first word after accepting', async () => {
    const caseId = await open();
    const handed = await hand(await item(caseId));
    expect(handed).toMatchObject({ status: 200, body: { handover: { state: 'OFFERED', organisationName: rodgau.name }, doneAt: null } });
    const id = handed.body.handover?.id;
    expect((await api.as(liaison).get<HandoverDto>(`/handovers/${id}`)).body).toMatchObject({ kind: 'CONSULT', note: 'Baurecht klären' });
    expect(await hand(handed.body, third)).toMatchObject({ status: 409, body: { code: 'checklist.handed' } });
    expect(await api.as(officer).delete(`/checklist-items/${handed.body.id}`, { version: 2 })).toMatchObject({ status: 409 });
    await decide(id, 'messages', { note: 'Bis wann brauchen Sie das?' });
    expect((await list(caseId)).items[0]?.doneAt).toBeNull(); // a question before accepting is no answer
    await decide(id, 'accept');
    expect((await list(caseId)).items[0]?.handover?.state).toBe('RUNNING');
    await decide(id, 'messages', { note: 'Und?' }, officer);
    expect((await list(caseId)).items[0]?.doneAt).toBeNull(); // nor is a word of who asks
    await decide(id, 'messages', { note: 'Zulässig nach B-Plan 7.' });
    expect((await list(caseId)).items[0]).toMatchObject({
      doneByName: 'Lena Rodgau',
      handover: { state: 'ANSWERED' },
      doneAt: expect.any(String) as string,
    });
    expect(await kinds(caseId)).toEqual(['checklist.answered', 'checklist.handed', 'checklist.added']);
  });

  it('has items that are answered by ending the matter, and can be handed again when nothing came of it', async () => {
    const caseId = await open();
    const first = await hand(await item(caseId));
    await decide(first.body.handover?.id, 'decline', { reasonCode: 'NOT_RESPONSIBLE', note: 'Nicht bei uns' });
    const [declined] = (await list(caseId)).items;
    expect(declined).toMatchObject({ doneAt: null, handover: { state: 'DECLINED' } });
    const second = await hand(declined as ChecklistItemDto);
    await decide(second.body.handover?.id, 'accept');
    await decide(second.body.handover?.id, 'end', { note: 'Erledigt' });
    expect((await list(caseId)).items[0]).toMatchObject({ handover: { state: 'ANSWERED' }, doneByName: 'Lena Rodgau' });
    expect(await hand((await list(caseId)).items[0] as ChecklistItemDto)).toMatchObject({ status: 409, body: { code: 'checklist.done' } });
  });

  it('is not ticked when who asked ends the matter, and tells nobody else whom it asked', async () => {
    const caseId = await open();
    const { body } = await hand(await item(caseId));
    await api.world.sql(`insert into case_access (case_id, organisation_id, source, sections) values ($1, $2, 'SHARE', '{MASTER,NOTES}')`, [
      caseId,
      third.id,
    ]);
    await api.world.sql('select refresh_case($1)', [caseId]);
    expect((await list(caseId, stranger)).items).toMatchObject([{ title: 'Baurecht klären', handover: null }]);
    expect(await kinds(caseId, stranger)).toEqual(['checklist.added']);
    expect((await api.as(stranger).post(`/cases/${caseId}/checklist`, { titles: ['Fremd'] })).status).toBe(404);
    await decide(body.handover?.id, 'accept');
    await decide(body.handover?.id, 'end', {}, officer);
    expect((await list(caseId)).items[0]).toMatchObject({ doneAt: null, handover: { state: 'ENDED' } });
  });

  it('and an answer at the same moment as a tick: it is done once', async () => {
    for (let round = 0; round < 4; round += 1) {
      const caseId = await open();
      const { body } = await hand(await item(caseId));
      await decide(body.handover?.id, 'accept');
      const [ticked, ended] = await Promise.all([tick(body), decide(body.handover?.id, 'end')]);
      expect(ended.status).toBe(200);
      expect([200, 412]).toContain(ticked.status);
      expect((await list(caseId)).items[0]?.doneAt).not.toBeNull();
      expect((await kinds(caseId)).filter((kind) => kind === 'checklist.done' || kind === 'checklist.answered')).toHaveLength(1);
    }
  }, 20_000);

  it('loses items to the bin, and gets them back', async () => {
    const caseId = await open();
    const one = await item(caseId, 'Aus Versehen');
    const { body } = await api.as(officer).delete<UndoOfferDto>(`/checklist-items/${one.id}`, { version: 1 });
    expect((await list(caseId)).total).toBe(0);
    expect((await api.as(officer).get<BinPageDto>('/bin')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'CHECKLIST_ITEM', id: one.id }),
    );
    expect((await api.as(officer).post(`/undo/${body.undoId}`, {})).status).toBe(200);
    expect((await list(caseId)).total).toBe(1);
    await api.as(officer).delete(`/checklist-items/${one.id}`, { version: 3 });
    expect((await api.as(officer).post(`/bin/${one.id}/restore`, {})).body).toEqual({ kind: 'CHECKLIST_ITEM', id: one.id });
    expect((await list(caseId)).total).toBe(1);
  });
});
