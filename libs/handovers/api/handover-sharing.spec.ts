import { randomUUID } from 'node:crypto';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

const NOTHING = { readable: false, stub: false, sections: [], events: [], interactions: 0 };
const TRAVELS = ['CONTACTS', 'DOCUMENTS', 'MASTER', 'NOTES', 'PERMITS'];
const ALL = ['CONTACTS', 'DOCUMENTS', 'FEEDBACK', 'MASTER', 'NOTES', 'PERMITS'];

describe('what each side reads of a case', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let c: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const offered = async (changes: object = {}, from = a, to = b): Promise<{ theCase: MadeCase; id: string }> => {
    const theCase = await world.aCase(from.officer);
    return { theCase, id: (await world.offer(from.officer, theCase.id, to, changes)).body.id };
  };

  it('shows an offer to the receiver with what travels, and to nobody else', async () => {
    const { theCase } = await offered();
    expect(await world.sight(b.officer, theCase)).toMatchObject({
      owner: false,
      readable: true,
      sections: TRAVELS,
      interactions: 1,
      contacts: 1,
    });
    expect(await world.sight(c.liaison, theCase)).toMatchObject({ ...NOTHING, contacts: 0 });
    expect(await world.sight(a.officer, theCase)).toMatchObject({ owner: true, sections: ALL });
  });

  it('shows with the key facts neither contact person nor notes', async () => {
    const { theCase } = await offered({ kind: 'CONSULT', preset: 'ECKDATEN' });
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: true, sections: ['MASTER'], interactions: 0, contacts: 0 });
  });

  it('leaves a stub to the former owner, which follows the case', async () => {
    const { theCase, id } = await offered();
    await world.decide(b.liaison, id, 'accept');
    const former = await world.sight(a.officer, theCase);
    expect(former).toMatchObject({ ...NOTHING, stub: true });
    expect(former.contacts).toBe(1); // the contact person of the company stays known to whoever entered it
    const readStub = () =>
      world.as(a.officer, 'select file_number, type, status, owner_org from case_stubs where case_id = $1', [theCase.id]);
    expect(await readStub()).toMatchObject([{ type: 'EXPANSION', status: 'NEW', owner_org: b.organisation.id }]);
    await world.handOver(b.liaison, theCase.id, c);
    expect(await readStub()).toMatchObject([{ owner_org: c.organisation.id }]);
    expect(await world.sight(c.liaison, theCase)).toMatchObject({ owner: true, sections: ALL, interactions: 1, contacts: 1 });
  });

  it('gives the case back whole, and the stub with it', async () => {
    const { theCase, id } = await offered();
    await world.decide(b.liaison, id, 'accept');
    const back = await world.decide(b.liaison, id, 'return');
    await world.decide(a.liaison, back.body.id, 'accept');
    expect(await world.sight(a.liaison, theCase)).toMatchObject({ owner: true, stub: false, sections: ALL });
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ ...NOTHING, stub: true });
  });

  it('shares back with a former owner what the new owner offers', async () => {
    const { theCase, id } = await offered();
    await world.decide(b.liaison, id, 'accept');
    const shared = await world.offer(b.liaison, theCase.id, a, { kind: 'CONSULT', preset: 'ECKDATEN' });
    expect(await world.sight(a.officer, theCase)).toMatchObject({ owner: false, readable: true, stub: true, sections: ['MASTER'] });
    await world.decide(b.liaison, shared.body.id, 'withdraw');
    expect(await world.sight(a.officer, theCase)).toMatchObject({ ...NOTHING, stub: true });
  });

  it.each([
    ['decline', () => b.liaison],
    ['withdraw', () => a.officer],
  ])('leaves the receiver only its line after %s', async (action, who) => {
    const { theCase, id } = await offered();
    await world.decide(who(), id, action);
    expect(await world.sight(b.liaison, theCase)).toMatchObject(NOTHING);
    const [row] = await world.as<Record<string, string>>(a.officer, 'select file_number from service_cases where id = $1', [theCase.id]);
    const line = (await world.api.as(b.officer).get(`/handovers/${id}`)).body;
    expect(line).toMatchObject({ fileNumber: row?.['file_number'], caseType: 'EXPANSION', caseTitle: null, companyName: null, note: null });
    expect(line).toMatchObject({ caseAccess: null, fromOrganisationId: a.organisation.id, actions: [], mayAsk: false });
    expect((await world.api.as(b.officer).get(`/cases/${theCase.id}/handovers`)).status).toBe(404);
  });

  it('hides rivals: a receiver learns nothing of offers to others and their answers', async () => {
    const theCase = await world.aCase(a.officer);
    const first = (await world.offer(a.officer, theCase.id, c)).body.id;
    await world.decide(c.liaison, first, 'decline', { note: 'Kein Platz bei uns' });
    await world.handOver(a.officer, theCase.id, b);
    const seen = await world.sight(b.liaison, theCase);
    expect(seen.events).toEqual(['case.created', 'interaction.logged', 'handover.offered', 'handover.accepted', 'owner.changed']);
    expect((await world.api.as(b.liaison).get(`/cases/${theCase.id}/handovers`)).body['total']).toBe(1);
    expect((await world.api.as(a.officer).get(`/cases/${theCase.id}/handovers`)).body['total']).toBe(2);
  });

  it('lets a co-worker add contacts and follow-ups while it works along, but never move or own the case', async () => {
    const { theCase, id } = await offered({ kind: 'CO_WORK' });
    const addNote = () => world.note(b.officer, theCase);
    const addFollowUp = () =>
      world.as(b.officer, `insert into follow_ups (id, case_id, title, due_on) values ($1, $2, 'Nachfassen', today_in_berlin())`, [
        randomUUID(),
        theCase.id,
      ]);
    await expect(addNote()).rejects.toThrow(/policy|nicht/i);
    await world.decide(b.liaison, id, 'accept');
    await addNote();
    await addFollowUp();
    for (const move of [
      `set_case_status($1, 1, 'IN_PROGRESS', null, null)`,
      `assign_officer($1, 1, '${b.officer.userId}')`,
      `set_next_step($1, 1, 'x', null)`,
    ])
      await expect(world.as(b.officer, `select ${move}`, [theCase.id])).rejects.toThrow('case.notFound');
    expect((await world.offer(b.officer, theCase.id, c)).status).toBe(404);
    await world.decide(a.officer, id, 'end');
    await expect(addNote()).rejects.toThrow(/policy|nicht/i);
    const open = await world.sql('select organisation_id, assignee_id from follow_ups where case_id = $1 and done_at is null', [
      theCase.id,
    ]);
    expect(open).toEqual([{ organisation_id: a.organisation.id, assignee_id: a.officer.userId }]);
  });

  it('hands every open follow-up to the new owner', async () => {
    const { theCase, id } = await offered();
    await world.as(a.officer, `insert into follow_ups (id, case_id, title, due_on) values ($1, $2, 'Anrufen', today_in_berlin())`, [
      randomUUID(),
      theCase.id,
    ]);
    await world.decide(b.liaison, id, 'accept');
    const open = await world.as(b.liaison, 'select organisation_id, assignee_id from follow_ups where case_id = $1', [theCase.id]);
    expect(open).toEqual([{ organisation_id: b.organisation.id, assignee_id: b.liaison.userId }]);
  });

  it('takes the company along across regions, a firm of a natural person included', async () => {
    const far = await world.office(await world.api.world.region());
    for (const naturalPerson of [false, true]) {
      const theCase = await world.aCase(a.officer, { naturalPerson });
      expect(await world.sight(far.liaison, theCase)).toMatchObject({ ...NOTHING, company: false });
      await world.handOver(a.officer, theCase.id, far);
      expect(await world.sight(far.officer, theCase)).toMatchObject({ owner: true, company: true, contacts: 1, interactions: 1 });
      const [row] = await world.as<{ may: boolean }>(far.officer, 'select may_change_company($1) as may', [theCase.companyId]);
      expect(row?.may).toBe(true);
    }
  });

  it('lets the new owner make a case confidential, which closes stub and line to all but the person who handed it over', async () => {
    const { theCase, id } = await offered();
    await world.decide(b.liaison, id, 'accept');
    expect(await world.sight(a.liaison, theCase)).toMatchObject({ stub: true });
    const setConfidential = async (on: boolean) =>
      world.as(b.liaison, 'select set_confidential(id, version, $2) from service_cases where id = $1', [theCase.id, on]);
    await setConfidential(true);
    expect(await world.sight(a.liaison, theCase)).toMatchObject(NOTHING);
    expect((await world.api.as(a.liaison).get(`/handovers/${id}`)).status).toBe(404);
    expect(await world.sight(a.officer, theCase)).toMatchObject({ ...NOTHING, stub: true });
    expect((await world.api.as(a.officer).get(`/handovers/${id}`)).status).toBe(200);
    await setConfidential(false);
    expect(await world.sight(a.liaison, theCase)).toMatchObject(NOTHING);
    const shared = (await world.offer(b.liaison, theCase.id, c, { kind: 'CONSULT' })).body.id;
    await expect(setConfidential(true)).rejects.toThrow('case.sharedWithOthers');
    await world.decide(b.liaison, shared, 'withdraw');
    await setConfidential(true);
  });

  describe('in a region that wants the company to agree', () => {
    let strict: Office;
    beforeAll(async () => {
      strict = await world.office(await world.api.world.region({ requireConsent: true }));
    });

    it.each([undefined, 'TASK'])('shows only the stub until acceptance on the basis %s', async (basis) => {
      const { theCase, id } = await offered({ basis }, strict, b);
      expect(await world.sight(b.liaison, theCase)).toMatchObject({ ...NOTHING, stub: true, company: false, contacts: 0 });
      expect((await world.api.as(b.liaison).get(`/handovers/${id}`)).body).toMatchObject({
        stubOnly: true,
        note: null,
        caseTitle: null,
        caseAccess: 'STUB',
      });
      expect((await world.api.as(strict.officer).get(`/handovers/${id}`)).body).toMatchObject({ stubOnly: true, note: 'Bitte übernehmen' });
      await world.decide(b.liaison, id, 'accept');
      expect(await world.sight(b.liaison, theCase)).toMatchObject({ owner: true, stub: false, sections: ALL });
      expect((await world.api.as(b.liaison).get(`/handovers/${id}`)).body).toMatchObject({ note: 'Bitte übernehmen' });
    });

    it('takes the stub back with the offer, but never the stub of a former owner', async () => {
      const { theCase, id } = await offered({}, strict, b);
      await world.decide(b.liaison, id, 'decline');
      expect(await world.sight(b.liaison, theCase)).toMatchObject(NOTHING);
      const neighbour = await world.office({ id: strict.organisation.regionId });
      await world.handOver(strict.officer, theCase.id, neighbour);
      const back = await world.offer(neighbour.officer, theCase.id, strict, { kind: 'CONSULT' });
      await world.decide(neighbour.officer, back.body.id, 'withdraw');
      expect(await world.sight(strict.officer, theCase)).toMatchObject({ ...NOTHING, stub: true });
    });

    it('opens what travels at once when the company has agreed', async () => {
      const { theCase } = await offered({ basis: 'CONSENT', basisReason: 'Herr Beispiel am Telefon' }, strict, b);
      expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: true, sections: TRAVELS });
    });

    it('opens a consultation on acceptance and closes it at its end', async () => {
      const { theCase, id } = await offered({ kind: 'CONSULT' }, strict, b);
      expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: false, stub: true });
      await world.decide(b.liaison, id, 'accept');
      expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: true, stub: false, sections: ['MASTER'] });
      await world.decide(b.liaison, id, 'end');
      expect(await world.sight(b.liaison, theCase)).toMatchObject(NOTHING);
    });
  });
});
