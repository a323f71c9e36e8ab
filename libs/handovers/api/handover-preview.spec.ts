import type { HandoverPreviewDto, PreviewItemDto } from '@lotse/handovers/contract';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

describe('the preview of an offer', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let theCase: MadeCase;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
    theCase = await world.aCase(a.officer);
  });
  afterAll(() => world.close());

  const preview = async (query = '', office = a, id = theCase.id) =>
    (await world.api.as(office.officer).get<HandoverPreviewDto>(`/cases/${id}/handover-preview${query}`)).body;
  const seen = (items: PreviewItemDto[]) => Object.fromEntries(items.map(({ part, seen: when }) => [part, when]));
  const stays = { OWN_DOCUMENTS: 'NEVER', COMPANY_INTERACTIONS: 'NEVER', OTHER_CONTACTS: 'NEVER', OTHER_OFFERS: 'NEVER' };

  it('says what goes along and what stays, as the receiver will then see it', async () => {
    const shown = await preview('?kind=CONSULT&preset=ALLES_NOETIGE');
    expect(seen(shown.items)).toEqual({
      MASTER: 'OFFER',
      CONTACTS: 'OFFER',
      NOTES: 'OFFER',
      DOCUMENTS: 'OFFER',
      PERMITS: 'OFFER',
      FEEDBACK: 'NEVER',
      ...stays,
    });
    const { id } = (await world.offer(a.officer, theCase.id, b, { kind: 'CONSULT', preset: 'ALLES_NOETIGE' })).body;
    const sections = shown.items.filter((item) => item.seen === 'OFFER').map(({ part }) => part);
    expect((await world.sight(b.liaison, theCase)).sections).toEqual(sections.sort());
    await world.decide(a.officer, id, 'withdraw');
  });

  it('promises the rest of the case only with ownership', async () => {
    expect(seen((await preview('?kind=TRANSFER&preset=ECKDATEN')).items)).toMatchObject({
      MASTER: 'OFFER',
      NOTES: 'ACCEPTANCE',
      FEEDBACK: 'ACCEPTANCE',
    });
    expect(seen((await preview('?kind=CO_WORK&sections=NOTES')).items)).toMatchObject({
      MASTER: 'OFFER',
      NOTES: 'OFFER',
      CONTACTS: 'NEVER',
    });
  });

  it('counts and names what there is', async () => {
    await world.as(a.officer, `insert into interactions (id, company_id, kind, text) values (new_id(), $1, 'CALL', 'Ohne Vorgang')`, [
      theCase.companyId,
    ]);
    const { items, dueOn, content } = await preview('?kind=TRANSFER');
    const find = (part: string) => items.find((item) => item.part === part);
    expect(find('MASTER')?.sample).toBe('Halle am Bahnhof');
    expect(find('CONTACTS')).toMatchObject({ count: 1, sample: 'Probe Beispiel' });
    expect(find('NOTES')?.count).toBe(1);
    expect(find('COMPANY_INTERACTIONS')?.count).toBe(1);
    expect(content).toMatchObject({ title: 'Halle am Bahnhof', contactName: 'Probe Beispiel', documents: [] });
    expect([...content.notes, ...content.followUps]).toHaveLength(1);
    expect(dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('counts the documents that go along and those that stay', async () => {
    for (const level of ['PARTIES', 'REGION', 'ORGANISATION', 'PERSON']) {
      await world.as(a.officer, `select keep_file(md5($1) || md5($1), 9, 'PDF')`, [level]);
      await world.as(a.officer, `select add_document(new_id(), $1, $2, $2, md5($2) || md5($2), 9, 'PDF')`, [theCase.id, level]);
    }
    expect((await preview()).content.documents).toEqual([
      { name: 'PARTIES', withAnyPart: false },
      { name: 'REGION', withAnyPart: true },
    ]);
    const counts = async (query: string) =>
      (await preview(query)).items
        .filter(({ part }) => part.endsWith('DOCUMENTS'))
        .map(({ part, seen: when, count }) => [part, when, count]);
    expect(await counts('?kind=CONSULT&preset=ALLES_NOETIGE')).toEqual([
      ['DOCUMENTS', 'OFFER', 2],
      ['OWN_DOCUMENTS', 'NEVER', 2],
    ]);
    expect(await counts('?kind=CONSULT&sections=NOTES')).toEqual([
      ['DOCUMENTS', 'NEVER', 2],
      ['REGION_DOCUMENTS', 'OFFER', 1],
      ['OWN_DOCUMENTS', 'NEVER', 2],
    ]);
  });

  it('says that a region that wants consent shows only the stub on the basis of its task', async () => {
    const strict = await world.office(await world.api.world.region({ requireConsent: true }));
    const own = await world.aCase(strict.officer);
    const onTask = await preview('', strict, own.id);
    expect(onTask.stubOnly).toBe(true);
    expect(new Set(Object.values(seen(onTask.items)))).toEqual(new Set(['ACCEPTANCE', 'NEVER']));
    expect((await preview('?basis=CONSENT', strict, own.id)).stubOnly).toBe(false);
  });

  it('is for the owner only, and refuses what it does not know', async () => {
    for (const person of [b.officer, b.liaison])
      expect((await world.api.as(person).get(`/cases/${theCase.id}/handover-preview`)).status).toBe(404);
    expect((await world.api.as(a.manager).get(`/cases/${theCase.id}/handover-preview`)).status).toBe(403);
    for (const query of ['preset=ALLES', 'sections=NOTES,SECRETS', 'kind=GIFT', 'who=me'])
      expect((await world.api.as(a.officer).get(`/cases/${theCase.id}/handover-preview?${query}`)).status).toBe(400);
  });
});
