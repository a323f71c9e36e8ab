import { randomUUID } from 'node:crypto';
import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from './testing/handover-world';

const ACTIONS = ['accept', 'decline', 'withdraw', 'return', 'end'] as const;
type Who = 'sender' | 'receiver' | 'neighbour' | 'faraway' | 'senderManager' | 'receiverManager' | 'administrator' | 'dataProtection';

/** What each may do with an open TRANSFER; 404 where it must look as if there were none. Written by hand, apart from the code. */
const EXPECTED: Record<Who, Record<'read' | (typeof ACTIONS)[number] | 'ask', number>> = {
  sender: { read: 200, accept: 403, decline: 403, withdraw: 200, return: 403, end: 422, ask: 201 },
  receiver: { read: 200, accept: 200, decline: 200, withdraw: 403, return: 422, end: 422, ask: 201 },
  senderManager: { read: 200, accept: 403, decline: 403, withdraw: 403, return: 403, end: 403, ask: 403 },
  receiverManager: { read: 200, accept: 403, decline: 403, withdraw: 403, return: 403, end: 403, ask: 403 },
  neighbour: { read: 404, accept: 404, decline: 404, withdraw: 404, return: 404, end: 404, ask: 404 },
  faraway: { read: 404, accept: 404, decline: 404, withdraw: 404, return: 404, end: 404, ask: 404 },
  administrator: { read: 403, accept: 403, decline: 403, withdraw: 403, return: 403, end: 403, ask: 403 },
  dataProtection: { read: 403, accept: 403, decline: 403, withdraw: 403, return: 403, end: 403, ask: 403 },
};

/** In every mode the same people are kept out; only where the API does not check permissions does a 403 become a 404 of the database. */
describe.each([
  ['as it runs', {}],
  ['with the checks of the API off', { apiChecks: false }],
  ['with the policies off', { policies: false }],
])('the two sides of a handover, %s', (_, options: { apiChecks?: boolean; policies?: boolean }) => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let people: Record<Who, TestPerson>;

  beforeAll(async () => {
    world = await HandoverWorld.open(options);
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
    people = {
      sender: a.officer,
      receiver: b.liaison,
      senderManager: a.manager,
      receiverManager: b.manager,
      neighbour: (await world.office(region)).liaison,
      faraway: (await world.office(await world.api.world.region())).liaison,
      administrator: await world.api.world.person(b.organisation, 'ADMINISTRATOR'),
      dataProtection: await world.api.world.person(a.organisation, 'DATA_PROTECTION_OFFICER'),
    };
  });
  afterAll(() => world.close());

  const fresh = async (changes: object = {}, confidential = false) => {
    const theCase = await world.aCase(a.officer, { confidential });
    const { body } = await world.offer(a.officer, theCase.id, b, changes);
    return { theCase, id: body.id };
  };
  const call = (person: TestPerson, id: string, what: string) =>
    what === 'read'
      ? world.api.as(person).get(`/handovers/${id}`)
      : what === 'ask'
        ? world.api.as(person).post(`/handovers/${id}/messages`, { note: 'Frage' })
        : world.decide(person, id, what);

  it.each(Object.keys(EXPECTED) as Who[])('answers %s as expected', async (who) => {
    const refused = options.apiChecks === false ? [403, 404] : undefined;
    const kept = await fresh();
    for (const [what, status] of Object.entries(EXPECTED[who])) {
      const { id } = status < 300 ? await fresh() : kept;
      const answer = await call(people[who], id, what);
      const allowed = status === 403 && refused ? refused : [status];
      expect({ what, fits: allowed.includes(answer.status), status: answer.status }).toEqual({ what, fits: true, status: answer.status });
      if (allowed.includes(404) && answer.status === 404) {
        const unknown = await call(people[who], randomUUID(), what);
        expect(body(answer)).toEqual(body(unknown));
      }
    }
  });

  it('lists to each side its own boxes only', async () => {
    const { id } = await fresh();
    const total = async (person: TestPerson, box: string) => {
      const { body: page } = await world.api.as(person).get<{ items: { id: string }[]; total: number }>(`/handovers?box=${box}&size=200`);
      expect(page.items).toHaveLength(page.total);
      return page.items.filter((item) => item.id === id).length;
    };
    expect([await total(a.officer, 'out'), await total(a.officer, 'in')]).toEqual([1, 0]);
    expect([await total(b.liaison, 'in'), await total(b.manager, 'in'), await total(b.liaison, 'out')]).toEqual([1, 1, 0]);
    expect([await total(people.neighbour, 'in'), await total(people.faraway, 'in')]).toEqual([0, 0]);
  });

  it('shows a confidential offer to the team and to the liaisons of the receiver, and to nobody else', async () => {
    const { theCase, id } = await fresh({}, true);
    const sees = async (person: TestPerson) => {
      const one = await world.api.as(person).get(`/handovers/${id}`);
      const list = await world.api.as(person).get<{ items: { id: string }[] }>('/handovers?size=200');
      const ofCase = await world.api.as(person).get(`/cases/${theCase.id}/handovers`);
      const listed = list.body.items.some((item) => item.id === id);
      expect([one.status === 200, listed, ofCase.status === 200]).toEqual([one.status === 200, one.status === 200, one.status === 200]);
      return one.status === 200;
    };
    const expected: [TestPerson, boolean][] = [
      [a.officer, true],
      [a.liaison, false],
      [a.manager, false],
      [b.liaison, true],
      [b.officer, false],
      [b.manager, false],
      [people.neighbour, false],
      [people.faraway, false],
    ];
    for (const [person, may] of expected) expect({ name: person.name, sees: await sees(person) }).toEqual({ name: person.name, sees: may });
    for (const person of [b.officer, a.liaison, people.neighbour])
      for (const action of ACTIONS) expect((await world.decide(person, id, action)).status).toBe(404);

    for (const [person, call] of [
      [b.officer, 'accept_handover($1)'],
      [b.officer, `decline_handover($1, 'OTHER', 'Nein')`],
      [b.officer, `ask_about_handover($1, 'Wer?')`],
      [a.liaison, 'withdraw_handover($1, null)'],
      [people.neighbour, 'accept_handover($1)'],
      [b.manager, 'accept_handover($1)'],
    ] as const)
      await expect(world.as(person, `select ${call}`, [id])).rejects.toThrow('handover.notFound');

    expect((await world.decide(b.liaison, id, 'accept')).status).toBe(200);
    expect(await sees(b.officer)).toBe(false);
    const stub = await world.as<{ n: number }>(a.liaison, 'select count(*)::int as n from case_stubs where case_id = $1', [theCase.id]);
    if (options.policies !== false) expect(stub).toEqual([{ n: 0 }]);
  });

  it('leaves the receiver no words of an offer that is over, nor before acceptance where the region wants consent', async () => {
    const { id } = await fresh({ basis: 'CONSENT', basisReason: 'Frau Beispiel' });
    const read = async (person: TestPerson, handoverId: string) => (await world.api.as(person).get(`/handovers/${handoverId}`)).body;
    expect(await read(b.liaison, id)).toMatchObject({
      note: 'Bitte übernehmen',
      basisReason: 'Frau Beispiel',
      caseTitle: 'Halle am Bahnhof',
    });
    await world.api.as(a.officer).post(`/handovers/${id}/messages`, { note: 'Vertrauliches dazu' });
    await world.decide(b.liaison, id, 'decline');
    expect(await read(b.liaison, id)).toMatchObject({ note: null, basisReason: null, messages: [], caseTitle: null, companyName: null });
    expect(await read(a.officer, id)).toMatchObject({ note: 'Bitte übernehmen', messages: [{ text: 'Vertrauliches dazu' }] });

    const strict = await world.office(await world.api.world.region({ requireConsent: true }));
    const own = await world.aCase(strict.officer);
    const hidden = (await world.offer(strict.officer, own.id, b)).body.id;
    expect(await read(b.liaison, hidden)).toMatchObject({ note: null, caseTitle: null, companyName: null, caseAccess: 'STUB' });
  });

  it('refuses whoever is not signed in', async () => {
    const { theCase, id } = await fresh();
    const { anonymous } = world.api;
    for (const path of ['/handovers', `/handovers/${id}`, `/cases/${theCase.id}/handovers`, `/cases/${theCase.id}/handover-preview`])
      expect((await anonymous.get(path)).status).toBe(401);
    for (const action of ACTIONS) expect((await anonymous.post(`/handovers/${id}/${action}`, {})).status).toBe(401);
  });
});

/** The answer without what differs between any two requests. */
function body({ body: answer }: { body: unknown }): unknown {
  const { requestId: _id, instance: _path, ...rest } = answer as Record<string, unknown>;
  return rest;
}
