import type { CaseSection, SectionLevel } from '@lotse/cases/contract';
import type { CaseVisibilityDto, HandoverPreviewDto } from '@lotse/handovers/contract';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from '../testing/handover-world';

describe('how far the parts of a case are read', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let c: Office;
  let theCase: MadeCase;

  beforeAll(async () => {
    world = await HandoverWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    const region = await world.api.world.region();
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
    theCase = await world.aCase(a.officer);
  });

  const set = async (section: CaseSection, level: SectionLevel, { id } = theCase, person: TestPerson = a.officer) => {
    const [row] = await world.sql<{ version: number }>('select version from service_cases where id = $1', [id]);
    return world.api
      .as(person)
      .put<{ code?: string; version?: number }>(`/cases/${id}/section-level`, { section, level }, { version: row?.version });
  };
  const visibility = async () => (await world.api.as(a.officer).get<CaseVisibilityDto>(`/cases/${theCase.id}/visibility`)).body;
  const share = async (to: Office) => {
    const { id } = (await world.offer(a.officer, theCase.id, to, { kind: 'CO_WORK', sections: ['MASTER', 'NOTES', 'CONTACTS'] })).body;
    await world.decide(to.liaison, id, 'accept');
  };

  it('takes a part out of running shares at once, and puts it back', async () => {
    await share(b);
    expect((await world.sight(b.liaison, theCase)).sections).toEqual(['CONTACTS', 'MASTER', 'NOTES']);
    expect((await set('NOTES', 'ORGANISATION')).status).toBe(200);
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ sections: ['CONTACTS', 'MASTER'], interactions: 0 });
    const { items, levels } = await visibility();
    expect(items.find(({ organisationId }) => organisationId === b.organisation.id)?.sections.sort()).toEqual(['CONTACTS', 'MASTER']);
    expect(levels).toContainEqual({ section: 'NOTES', level: 'ORGANISATION' });
    await set('NOTES', 'PARTIES');
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ sections: ['CONTACTS', 'MASTER', 'NOTES'], interactions: 1 });
    expect((await world.truth(theCase.id)).events.filter((kind) => kind === 'section.level')).toHaveLength(2);
  });

  it('stays behind in every preview and offer, and goes with ownership', async () => {
    await set('NOTES', 'ORGANISATION');
    const preview = async (kind: string) =>
      (
        await world.api.as(a.officer).get<HandoverPreviewDto>(`/cases/${theCase.id}/handover-preview?kind=${kind}&preset=ALLES_NOETIGE`)
      ).body.items.find(({ part }) => part === 'NOTES')?.seen;
    expect([await preview('CO_WORK'), await preview('TRANSFER')]).toEqual(['NEVER', 'ACCEPTANCE']);
    const offered = (await world.offer(a.officer, theCase.id, b)).body;
    expect((await world.sight(b.liaison, theCase)).sections).not.toContain('NOTES');
    await world.decide(b.liaison, offered.id, 'accept');
    expect((await world.sight(b.liaison, theCase)).sections).toContain('NOTES');
  });

  it('opens to the region, what it is about first, and closes with it', async () => {
    expect(await set('PERMITS', 'REGION')).toMatchObject({ status: 422, body: { code: 'section.masterFirst' } });
    await set('MASTER', 'REGION');
    await set('PERMITS', 'REGION');
    expect((await world.sight(c.manager, theCase)).sections).toEqual(['MASTER', 'PERMITS']);
    expect((await visibility()).items.find(({ organisationId }) => organisationId === c.organisation.id)).toMatchObject({
      reason: 'REGION',
      sections: ['MASTER', 'PERMITS'],
    });
    const far = await world.office(await world.api.world.region());
    expect((await world.sight(far.officer, theCase)).readable).toBe(false);
    await set('MASTER', 'PARTIES');
    expect(await world.sight(c.manager, theCase)).toMatchObject({ readable: false, sections: [] });
    expect((await visibility()).levels.every(({ level }) => level === 'PARTIES')).toBe(true);
  });

  it('opens nothing confidential and no natural person, and keeps what the case is about for those it was given to', async () => {
    expect(await set('MASTER', 'ORGANISATION')).toMatchObject({ status: 422, body: { code: 'section.masterStays' } });
    const secret = await world.aCase(a.officer, { confidential: true });
    expect(await set('MASTER', 'REGION', secret)).toMatchObject({ status: 422, body: { code: 'section.confidential' } });
    const person = await world.aCase(a.officer, { naturalPerson: true });
    expect(await set('MASTER', 'REGION', person)).toMatchObject({ status: 422, body: { code: 'section.naturalPerson' } });
    await set('MASTER', 'REGION');
    const [row] = await world.sql<{ version: number }>('select version from service_cases where id = $1', [theCase.id]);
    const hidden = await world.api
      .as(a.officer)
      .put<{ code?: string }>(`/cases/${theCase.id}/confidential`, { confidential: true }, { version: row?.version });
    expect(hidden).toMatchObject({ status: 409, body: { code: 'case.sharedWithOthers' } });
  });

  it('keeps a part for the officer in charge and the team, says so truly, and lets go of it with ownership', async () => {
    expect(await set('MASTER', 'PERSON')).toMatchObject({ status: 422, body: { code: 'section.masterStays' } });
    expect(await set('NOTES', 'PERSON', theCase, a.liaison)).toMatchObject({ status: 403, body: { code: 'section.notYours' } });
    await share(b);
    expect((await set('NOTES', 'PERSON')).status).toBe(200);
    const team = await world.api.world.person(a.organisation, 'MANAGER');
    await world.as(a.officer, 'select set_case_team($1, null, $2)', [theCase.id, [team.userId]]);
    await world.as(a.officer, 'select set_absence($1, $2, today_in_berlin(), today_in_berlin())', [a.officer.userId, a.liaison.userId]);
    const { items } = await visibility();
    for (const person of [a.officer, a.liaison, a.manager, team]) {
      const named = items.find(({ userId }) => userId === person.userId)?.sections ?? [];
      expect([...named].sort()).toEqual((await world.sight(person, theCase)).sections);
    }
    expect(items.find(({ userId }) => userId === a.liaison.userId)).toMatchObject({ reason: 'DEPUTY' });
    expect(items.find(({ userId }) => userId === a.manager.userId)?.sections).not.toContain('NOTES');
    expect((await world.sight(b.liaison, theCase)).sections).toEqual(['CONTACTS', 'MASTER']);
    const seen = (await world.api.as(a.manager).get<CaseVisibilityDto>(`/cases/${theCase.id}/visibility`)).body;
    expect(seen.levels).toContainEqual({ section: 'NOTES', level: 'PERSON' });
    const preview = `/cases/${theCase.id}/handover-preview?kind=CO_WORK&preset=ALLES_NOETIGE`;
    const colleague = await world.api.world.person(a.organisation, 'OFFICER');
    const notes = (await world.api.as(colleague).get<HandoverPreviewDto>(preview)).body.items.find(({ part }) => part === 'NOTES');
    expect(notes).toMatchObject({ seen: 'NEVER', count: null });
    // A deputy reads, and does not decide who does.
    expect(await set('NOTES', 'PARTIES', theCase, a.liaison)).toMatchObject({ status: 403, body: { code: 'section.notYours' } });
    await world.handOver(a.officer, theCase.id, c);
    expect((await world.sight(c.manager, theCase)).sections).toContain('NOTES');
  });

  it('is the owner’s to say', async () => {
    await share(b);
    for (const person of [b.liaison, c.officer]) expect((await set('NOTES', 'ORGANISATION', theCase, person)).status).toBe(404);
    expect((await set('NOTES', 'ORGANISATION', theCase, a.manager)).status).toBe(403);
    expect((await world.api.as(b.liaison).get<CaseVisibilityDto>(`/cases/${theCase.id}/visibility`)).body.levels).toEqual([]);
  });

  it('leaves nothing open to the region that a new owner did not choose', async () => {
    await set('MASTER', 'REGION');
    await set('NOTES', 'REGION');
    await world.handOver(a.officer, theCase.id, b);
    await world.note(b.liaison, theCase);
    expect(await world.sight(a.officer, theCase)).toMatchObject({ readable: false, stub: true, interactions: 0 });
    expect((await world.sight(c.officer, theCase)).readable).toBe(false);
  });

  it('closes with a withdrawn agreement, and when the company turns out to be a natural person', async () => {
    await set('MASTER', 'REGION');
    const { body } = await world.api
      .as(a.officer)
      .post<{ id: string }>(`/cases/${theCase.id}/agreements`, { kind: 'COMPANY', purpose: 'Probe', givenBy: 'Probe Beispiel' });
    await world.api.as(a.officer).post(`/agreements/${body.id}/withdraw`, {});
    expect((await world.sight(c.officer, theCase)).readable).toBe(false);
    await set('MASTER', 'REGION');
    expect((await world.sight(c.officer, theCase)).readable).toBe(true);
    await world.as(a.officer, 'update companies set is_natural_person = true where id = $1', [theCase.companyId]);
    expect(await world.sight(c.officer, theCase)).toMatchObject({ readable: false, company: false });
  });

  it('opens no contact person, no move before its release, and nothing without the agreement a region asks for', async () => {
    await set('MASTER', 'REGION');
    expect(await set('CONTACTS', 'REGION')).toMatchObject({ status: 422, body: { code: 'section.contacts' } });
    const move = await world.aCase(a.officer, { type: 'RELOCATION' });
    expect(await set('MASTER', 'REGION', move)).toMatchObject({ status: 422, body: { code: 'relocation.notReleased' } });
    const strict = await world.office(await world.api.world.region({ requireConsent: true }));
    const asked = await world.aCase(strict.officer);
    expect(await set('MASTER', 'REGION', asked, strict.officer)).toMatchObject({ status: 422, body: { code: 'section.consentMissing' } });
    await world.api
      .as(strict.officer)
      .post(`/cases/${asked.id}/agreements`, { kind: 'COMPANY', purpose: 'Probe', givenBy: 'Probe Beispiel' });
    expect((await set('MASTER', 'REGION', asked, strict.officer)).status).toBe(200);
  });

  it('does not bring back into running shares who took the consent back', async () => {
    await share(b);
    const person = await world.api.as(a.officer).post<{ id: string }>(`/cases/${theCase.id}/agreements`, {
      kind: 'PERSON',
      purpose: 'Probe',
      givenBy: 'Probe Beispiel',
      contactPersonId: theCase.contactId,
    });
    const [other] = await world.as<{ id: string }>(
      a.officer,
      `insert into contact_persons (id, company_id, first_name, last_name) values (new_id(), $1, 'Quirin', 'Beispiel') returning id`,
      [theCase.companyId],
    );
    const name = (id: string | undefined) =>
      world.as(a.officer, 'update service_cases set contact_person_id = $2 where id = $1', [theCase.id, id]);
    await name(other?.id);
    await world.api.as(a.officer).post(`/agreements/${person.body.id}/withdraw`, {});
    expect((await world.sight(b.liaison, theCase)).contacts).toBe(1);
    await name(theCase.contactId);
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ contacts: 0, sections: ['MASTER', 'NOTES'] });
  });
});
