import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

describe('fair distribution', () => {
  let world: DistributionWorld;
  let kreis: Office;
  let a: Office;
  let b: Office;
  let c: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open();
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  it('reaches all at the same moment, due after five working days, without the company', async () => {
    const caseId = await world.aCase(kreis.officer);
    const sent = await world.send(kreis.officer, caseId, [a, b], { publicName: 'Projekt Linde' });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      state: 'RUNNING',
      isLead: true,
      isReceiver: false,
      sealed: false,
      caseId,
      counts: { asked: 2, opened: 0, answered: 0 },
    });
    const [one, other] = [await world.read(a.liaison, sent.body.id), await world.read(b.manager, sent.body.id)];
    expect([one.status, other.status]).toEqual([200, 200]);
    expect([one.body.sentAt, one.body.dueAt]).toEqual([other.body.sentAt, other.body.dueAt]);
    expect(one.body).toMatchObject({
      isLead: false,
      isReceiver: true,
      caseId: null,
      fileNumber: null,
      counts: null,
      receivers: null,
      answers: null,
      publicName: 'Projekt Linde',
    });
    expect(JSON.stringify(one.body)).not.toMatch(/Suchefeld/);
    expect(JSON.stringify(one.body)).not.toContain(b.organisation.name);
    const days = (Date.parse(one.body.dueOn) - Date.parse(one.body.sentAt.slice(0, 10))) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(6);
    expect(one.body.timeLeft).toMatchObject({ workingDays: 5, over: false });
    const mails = await world.sql<{ organisation_id: string; created_at: Date }>(
      `select organisation_id, created_at from outgoing_mails where ref_id = $1`,
      [sent.body.id],
    );
    expect(mails.map(({ organisation_id }) => organisation_id).sort()).toEqual([a.organisation.id, b.organisation.id].sort());
    expect(new Set(mails.map(({ created_at }) => created_at.toISOString())).size).toBe(1);
  });

  it('is for settlement cases of the own organisation alone', async () => {
    const other = await world.aCase(kreis.officer, { type: 'EXPANSION' });
    expect((await world.send(kreis.officer, other, [a])).body).toMatchObject({ status: 422, code: 'distribution.notSettlement' });
    const caseId = await world.aCase(kreis.officer);
    expect((await world.send(a.officer, caseId, [b])).body).toMatchObject({ status: 404, code: 'case.notFound' });
    expect((await world.send(kreis.manager, caseId, [a])).status).toBe(403);
    const [known] = await world.sql<{ file_number: string }>('select file_number from service_cases where id = $1', [caseId]);
    const named = await world.send(kreis.officer, caseId, [a], { publicName: `Anfrage ${known?.file_number}` });
    expect(named.body).toMatchObject({ status: 422, code: 'distribution.namesCase' });
    expect((await world.send(kreis.officer, caseId, [])).status).toBe(400);
    expect((await world.send(kreis.officer, caseId, [a, a])).status).toBe(400);
    expect((await world.send(kreis.officer, caseId, [kreis])).body).toMatchObject({ status: 422, code: 'distribution.toSelf' });
    const unknown = { organisationIds: ['0198c2a0-0000-7000-8000-000000000000'] };
    expect((await world.send(kreis.officer, caseId, [], unknown)).body).toMatchObject({ status: 404, code: 'organisation.notFound' });
    const { body } = await world.send(kreis.officer, caseId, [a], { profile: { areaMin: 10, areaMax: 9, company: 'x' } as object });
    expect(body).toMatchObject({ status: 400, errors: expect.arrayContaining([{ pointer: '/profile/areaMax', code: 'belowMinimum' }]) });
    expect((await world.sql('select 1 from distributions where case_id = $1', [caseId])).length).toBe(0);
  });

  it('takes what the profile leaves out from the case, except words, and the rest stays open', async () => {
    const needs = { areaSqm: 2400, useClass: 'GI', tenure: 'RENT', needs: 'Suchefeld will an die Bahn' };
    const open = async (details: object, profile?: object) => {
      const caseId = await world.aCase(kreis.officer);
      await world.sql(`update case_sections set content = $2 where case_id = $1 and section = 'MASTER'`, [caseId, JSON.stringify(details)]);
      const { status, body } = await world.send(kreis.officer, caseId, [a], { profile } as object);
      return [status, (await world.read(a.liaison, body.id)).body.profile];
    };
    expect(await open(needs, {})).toEqual([201, { areaMin: 2400, useClass: 'GI', tenure: 'RENT' }]);
    expect(await open(needs, { areaMax: 900, tenure: 'OPEN' })).toEqual([201, { areaMax: 900, useClass: 'GI', tenure: 'OPEN' }]);
    expect(await open({})).toEqual([201, {}]);
  });

  it('takes a price in words, as a number per square metre, or both in their own fields', async () => {
    const { id } = await world.sent(kreis, [a]);
    const { pricePerSqm: _, ...offer } = OFFER;
    const priced = async (price: object) => {
      const { status, body } = await world.act(a.liaison, id, 'answer', { ...offer, ...price });
      return status === 200 ? [body.ownAnswer?.pricePerSqm, body.ownAnswer?.price] : body;
    };
    expect(await priced({ price: 139.5 })).toEqual([139.5, null]);
    expect(await priced({ price: 'auf Anfrage' })).toEqual([null, 'auf Anfrage']);
    expect(await priced({ price: 'ohne Erschließung', pricePerSqm: 120 })).toEqual([120, 'ohne Erschließung']);
    expect(await priced({ price: -1 })).toMatchObject({ status: 400, errors: [{ pointer: '/pricePerSqm' }] });
    expect(await priced({ price: 90, pricePerSqm: 120 })).toMatchObject({ status: 400, errors: [{ pointer: '/price', code: 'isString' }] });
  });

  it('runs once per case and holds it open', async () => {
    const { id, caseId } = await world.sent(kreis, [a]);
    expect((await world.send(kreis.officer, caseId, [b])).body).toMatchObject({
      status: 409,
      code: 'distribution.running',
      details: { distributionId: id },
    });
    await expect(world.as(kreis.officer, `select set_case_status($1, null, 'CLOSED', null, 'ACHIEVED')`, [caseId])).rejects.toThrow(
      'case.distributionRunning',
    );
    expect((await world.act(kreis.officer, id, 'withdraw', { note: 'Das Unternehmen sucht nicht mehr.' })).body).toMatchObject({
      state: 'WITHDRAWN',
    });
    expect((await world.read(a.liaison, id)).body).toMatchObject({
      state: 'WITHDRAWN',
      withdrawNote: 'Das Unternehmen sucht nicht mehr.',
      actions: [],
    });
    expect((await world.send(kreis.officer, caseId, [b])).status).toBe(201);
  });

  it('shows a lead without sites of its own the offers as they come, and their makers nothing of each other', async () => {
    const { id, caseId } = await world.sent(kreis, [a, b, c]);
    expect((await world.answer(a.liaison, id)).body.ownAnswer).toMatchObject({ ...OFFER, revision: 1, organisationId: a.organisation.id });
    await world.answer(b.liaison, id, { answer: 'NO_SITE', note: 'Nichts frei' });
    expect((await world.answer(c.liaison, id, { answer: 'DECLINED' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/note', code: 'required' }],
    });
    expect((await world.answer(c.liaison, id, { answer: 'OFFER' })).body).toMatchObject({ status: 400 });
    const lead = (await world.read(kreis.officer, id)).body;
    expect(lead.answers?.map(({ answer }) => answer).sort()).toEqual(['NO_SITE', 'OFFER']);
    expect(lead.counts).toEqual({ asked: 3, opened: 2, answered: 2 });
    const rival = (await world.read(b.liaison, id)).body;
    expect(JSON.stringify(rival)).not.toMatch(/Bahnhof|OFFER/);
    expect(rival.log.map(({ kind }) => kind)).toEqual(['SENT', 'OPENED', 'ANSWERED']);
    // The case tells of it to nobody but its owner, whoever shares it.
    const events = await world.sql<{ kind: string; parties: string[]; by_name: string }>(
      `select kind, parties, by_name from timeline_events where case_id = $1 and kind like 'distribution.%' order by recorded_at`,
      [caseId],
    );
    expect(events.map(({ kind }) => kind)).toEqual(['distribution.sent', 'distribution.answered', 'distribution.answered']);
    for (const { parties } of events) expect(parties).toEqual([kreis.organisation.id]);
    expect(events[1]?.by_name).toBe('Lotse');
  });

  it('lets an answer be replaced until the time is over, and keeps the older one', async () => {
    const { id } = await world.sent(kreis, [a]);
    await world.answer(a.liaison, id);
    const replaced = await world.answer(a.officer, id, { ...OFFER, pricePerSqm: 139 });
    expect(replaced.body.ownAnswer).toMatchObject({ pricePerSqm: 139, revision: 2 });
    expect(replaced.body.log.map(({ kind }) => kind)).toEqual(['SENT', 'OPENED', 'ANSWERED', 'REPLACED']);
    expect((await world.sql('select 1 from distribution_answers where distribution_id = $1', [id])).length).toBe(2);
    await world.due(id);
    expect((await world.answer(a.officer, id)).body).toMatchObject({ status: 409, code: 'distribution.over', details: { answered: true } });
    expect((await world.read(a.liaison, id)).body).toMatchObject({ timeLeft: { over: true }, actions: [] });
  });

  it('notes once who opened it, and nothing when the lead looks', async () => {
    const { id } = await world.sent(kreis, [a, b]);
    await world.read(a.liaison, id);
    expect((await world.read(kreis.officer, id)).body.counts?.opened).toBe(0);
    await world.act(a.liaison, id, 'opened');
    await world.act(a.officer, id, 'opened');
    await world.act(kreis.officer, id, 'opened');
    const { log, counts } = (await world.read(kreis.officer, id)).body;
    expect(counts?.opened).toBe(1);
    expect(log.filter(({ kind }) => kind === 'OPENED').map(({ byName }) => byName)).toEqual([a.liaison.name]);
    expect((await world.read(b.liaison, id)).body.log.map(({ kind }) => kind)).toEqual(['SENT']);
  });

  it('is decided once it is due or all have answered, and tells each its own outcome', async () => {
    const { id } = await world.sent(kreis, [a, b]);
    await world.answer(a.liaison, id);
    expect((await world.act(kreis.officer, id, 'decision', {})).body).toMatchObject({
      status: 409,
      code: 'distribution.notDue',
      details: { answered: 1, asked: 2 },
    });
    await world.answer(b.liaison, id, { answer: 'NO_SITE' });
    const choose = (organisation: Office, more: object = {}) =>
      world.act(kreis.officer, id, 'decision', { chosenOrganisationId: organisation.organisation.id, ...more });
    expect((await choose(b)).body).toMatchObject({ status: 422, code: 'distribution.notOffered' });
    expect((await choose(c)).body).toMatchObject({ status: 404, code: 'organisation.notFound' });
    expect((await world.act(a.liaison, id, 'decision', {})).body).toMatchObject({ status: 403, code: 'distribution.notLead' });
    const decided = await choose(a, { note: 'Beste Anbindung', outcomes: [{ organisationId: b.organisation.id, note: 'Danke' }] });
    expect(decided.body).toMatchObject({
      state: 'DECIDED',
      chosenOrganisationId: a.organisation.id,
      decisionNote: 'Beste Anbindung',
      actions: [],
    });
    expect((await world.read(a.liaison, id)).body).toMatchObject({
      ownOutcome: 'CHOSEN',
      ownOutcomeNote: null,
      chosenOrganisationId: null,
      decisionNote: null,
    });
    const other = (await world.read(b.liaison, id)).body;
    expect(other).toMatchObject({ state: 'DECIDED', ownOutcome: null, ownOutcomeNote: 'Danke', chosenOrganisationId: null });
    expect(JSON.stringify(other)).not.toContain(a.organisation.id);
    expect((await world.answer(a.liaison, id)).body).toMatchObject({
      status: 409,
      code: 'distribution.ended',
      details: { state: 'DECIDED' },
    });
    expect((await choose(a)).body).toMatchObject({ status: 409, code: 'distribution.ended' });
  });

  it('lists what came in and what was sent', async () => {
    const region = await world.api.world.region();
    const [lead, asked] = [await world.office(region, 'CHAMBER'), await world.office(region)];
    const { id, caseId } = await world.sent(lead, [asked]);
    const total = async (office: Office, query: string) => (await world.api.as(office.liaison).get(`/distributions${query}`)).body['total'];
    expect([await total(lead, '?box=out'), await total(lead, '?box=in'), await total(lead, '')]).toEqual([1, 0, 1]);
    expect([await total(asked, '?box=out'), await total(asked, '?box=in&state=RUNNING'), await total(asked, '?state=DECIDED')]).toEqual([
      0, 1, 0,
    ]);
    expect((await world.api.as(lead.liaison).get(`/cases/${caseId}/distributions`)).body).toMatchObject({ total: 1, items: [{ id }] });
    expect((await world.api.as(asked.liaison).get(`/cases/${caseId}/distributions`)).status).toBe(404);
    const stranger = await world.office(region);
    expect((await world.read(stranger.liaison, id)).body).toMatchObject({ status: 404, code: 'distribution.notFound' });
  });

  it('keeps the enquiry of a confidential case within its team, and still asks', async () => {
    const { id } = await world.sent(kreis, [a], { confidential: true });
    expect((await world.read(kreis.officer, id)).status).toBe(200);
    expect([(await world.read(kreis.liaison, id)).status, (await world.read(kreis.manager, id)).status]).toEqual([404, 404]);
    expect((await world.read(a.liaison, id)).status).toBe(200);
    expect((await world.act(kreis.liaison, id, 'withdraw')).status).toBe(404);
  });
});
