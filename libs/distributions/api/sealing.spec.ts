import { type TestApiOptions, testUrls } from '@lotse/shared/testing';
import { Client } from 'pg';
import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

const SECRET = 'Rivalenhof 17';
const MODES: [string, TestApiOptions][] = [
  ['both layers', {}],
  ['the API alone', { policies: false }],
  ['the policies alone', { apiChecks: false }],
];

describe.each(MODES)('the seal, by %s', (_, options) => {
  let world: DistributionWorld;
  let kreis: Office;
  let lead: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open(options);
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [lead, a, b] = [await world.office(region), await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const offers = (person = lead.officer, id = '') => world.read(person, id).then(({ body }) => JSON.stringify(body).includes(SECRET));
  const rival = { ...OFFER, site: SECRET };

  it('shows a municipality that leads nothing of the answers until it is due, not even that one came', async () => {
    const { id, caseId } = await world.sent(lead, [a, b]);
    await world.act(a.liaison, id, 'opened');
    await world.answer(a.liaison, id, rival);
    const sealed = (await world.read(lead.officer, id)).body;
    expect(sealed).toMatchObject({
      sealed: true,
      sealedBecause: 'UNTIL_DUE',
      answers: null,
      counts: { asked: 2, opened: null, answered: null },
    });
    expect(await world.sql(`select 1 from timeline_events where case_id = $1 and kind = 'distribution.answered'`, [caseId])).toEqual([]);
    expect(sealed.log.map(({ kind }) => kind)).toEqual(['SENT', 'SENT']);
    expect(JSON.stringify(sealed)).not.toMatch(new RegExp(`${SECRET}|OPENED|ANSWERED|${a.liaison.name}`));
    expect((await world.act(lead.officer, id, 'decision')).body).toMatchObject({ status: 409, code: 'distribution.sealed' });
    await world.answer(b.liaison, id, { answer: 'NO_SITE' });
    expect(await offers(lead.officer, id)).toBe(false);
    await world.due(id);
    const open = (await world.read(lead.officer, id)).body;
    expect(open).toMatchObject({ sealed: false, actions: ['decide', 'withdraw'] });
    expect(open.answers?.map(({ site }) => site).sort()).toEqual([SECRET, null].sort());
    expect(open.log.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(2);
    expect(open.counts).toEqual({ asked: 2, opened: 2, answered: 2 });
  });

  it('tells a sealed lead nothing live, and one that reads along at once', async () => {
    const told: string[][] = [];
    const ear = new Client({ connectionString: testUrls().admin });
    await ear.connect();
    const cases = await Promise.all([world.sent(lead, [lead, a]), world.sent(kreis, [a])]);
    ear.on('notification', ({ payload }) => {
      const { topic, id, orgs } = JSON.parse(payload ?? '{}') as { topic: string; id: string; orgs: string[] };
      if (topic === 'distribution' && cases.some((one) => one.id === id)) told.push(orgs.filter((org) => org !== a.organisation.id));
    });
    await ear.query('listen lotse_live');
    const heard = async (id: string) => {
      told.length = 0;
      await world.act(a.liaison, id, 'opened');
      await world.answer(a.liaison, id, rival);
      await world.putExpose(a.liaison, id, '%PDF-1.7\n%%EOF\n', 'Lage.pdf');
      await ear.query('select 1');
      return told.flat();
    };
    expect(await heard(cases[0].id)).toEqual([]);
    expect(new Set(await heard(cases[1].id))).toEqual(new Set([kreis.organisation.id]));
    await ear.end();
  });

  it('opens to a municipality that asked itself only after its own answer', async () => {
    const { id } = await world.sent(lead, [lead, a]);
    await world.answer(a.liaison, id, rival);
    await world.due(id);
    expect((await world.read(lead.officer, id)).body).toMatchObject({
      sealed: true,
      sealedBecause: 'OWN_ANSWER_FIRST',
      actions: ['answer', 'withdraw'],
    });
    expect(await offers(lead.officer, id)).toBe(false);
    // Its own offer would come too late; that it has none may still be said.
    expect((await world.answer(lead.liaison, id)).body).toMatchObject({ status: 409, code: 'distribution.over' });
    expect((await world.answer(lead.liaison, id, { answer: 'NO_SITE' })).status).toBe(200);
    expect((await world.read(lead.officer, id)).body).toMatchObject({ sealed: false });
    expect(await offers(lead.officer, id)).toBe(true);
  });

  it('stays sealed for a lead that answered in time, until it is due', async () => {
    const { id } = await world.sent(lead, [lead, a]);
    await world.answer(a.liaison, id, rival);
    const own = await world.answer(lead.liaison, id, { ...OFFER, site: 'Eigenhof' });
    expect(own.body).toMatchObject({ sealed: true, sealedBecause: 'UNTIL_DUE', ownAnswer: { site: 'Eigenhof' } });
    expect(await offers(lead.officer, id)).toBe(false);
    await world.due(id);
    expect(await offers(lead.officer, id)).toBe(true);
  });

  it('is never broken by taking the enquiry back', async () => {
    const { id } = await world.sent(lead, [a]);
    await world.answer(a.liaison, id, rival);
    expect((await world.act(lead.officer, id, 'withdraw')).body).toMatchObject({
      state: 'WITHDRAWN',
      sealed: true,
      sealedBecause: 'WITHDRAWN',
    });
    await world.sql(`update distributions set due_at = now() - interval '1 day' where id = $1`, [id]);
    expect(await offers(lead.officer, id)).toBe(false);
    expect((await world.read(a.liaison, id)).body.ownAnswer).toMatchObject({ site: SECRET });
  });

  /** Moves the case as accepting a transfer does: the owner changes in one statement. */
  const moveCase = (caseId: string, to: Office) =>
    world.sql('update service_cases set owner_org = $2, officer_id = $3 where id = $1', [caseId, to.organisation.id, to.officer.userId]);

  it('goes with the case: a new owner that competes finds it closed, the former one is out', async () => {
    const { id, caseId } = await world.sent(kreis, [a, b]);
    await world.answer(a.liaison, id, rival);
    expect(await offers(kreis.officer, id)).toBe(true);
    await moveCase(caseId, b);
    expect((await world.read(kreis.officer, id)).status).toBe(404);
    expect((await world.read(b.officer, id)).body).toMatchObject({ isLead: true, isReceiver: true, sealed: true, answers: null });
    expect(await offers(b.officer, id)).toBe(false);
    expect((await world.read(a.liaison, id)).body).toMatchObject({ leadOrganisationId: b.organisation.id, ownAnswer: { site: SECRET } });
    await moveCase(caseId, kreis);
    expect(await offers(kreis.officer, id)).toBe(true);
  });

  it('keeps the answers of rivals from an organisation that took part and is given the case after the decision', async () => {
    const { id, caseId } = await world.sent(kreis, [a, b]);
    await world.answer(a.liaison, id, rival);
    await world.answer(b.liaison, id, { answer: 'NO_SITE' });
    await world.act(kreis.officer, id, 'decision', { chosenOrganisationId: a.organisation.id });
    await moveCase(caseId, b);
    expect((await world.read(b.officer, id)).body).toMatchObject({ state: 'DECIDED', sealedBecause: 'TOOK_PART', answers: null });
    expect(await offers(b.officer, id)).toBe(false);
  });
});
