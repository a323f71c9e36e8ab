import type { CaseVisibilityDto } from '@lotse/handovers/contract';
import type { TestPerson, TestRegion } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from '../testing/handover-world';

describe('"Wer sieht das, und warum?" of a case', () => {
  let world: HandoverWorld;
  let region: TestRegion;
  let a: Office;
  let b: Office;
  let c: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    region = await world.api.world.region();
    [a, b, c] = [await world.office(region), await world.office(region), await world.office(region)];
  });

  const ask = (person: TestPerson, id: string) => world.api.as(person).get<CaseVisibilityDto>(`/cases/${id}/visibility`);
  const organisations = async (person: TestPerson, id: string) =>
    (await ask(person, id)).body.items.filter(({ userId }) => !userId).map(({ organisationId, reason }) => [organisationId, reason]);
  const people = async (person: TestPerson, id: string) =>
    Object.fromEntries((await ask(person, id)).body.items.flatMap(({ userId, reason }) => (userId ? [[userId, reason]] : [])));

  /** What the answer to the owner says, against what each person then really gets. */
  const isTrue = async (theCase: MadeCase, asking: TestPerson, offices: Office[]) => {
    const { items, complete } = (await ask(asking, theCase.id)).body;
    expect(complete).toBe(true);
    for (const office of offices) {
      const its = items.filter(({ organisationId }) => organisationId === office.organisation.id);
      for (const person of [office.officer, office.liaison, office.manager]) {
        const sight = await world.sight(person, theCase);
        const named = its.filter(({ userId }) => userId === person.userId);
        const byRole = its.filter(({ userId, roles }) => !userId && roles.some((role) => person.roles.includes(role)));
        const reads = office === offices[0] ? named : byRole;
        const expected = reads.length === 0 ? undefined : reads.every(({ sections }) => sections.length === 0) ? 'STUB' : 'READ';
        const got = sight.readable ? 'READ' : sight.stub ? 'STUB' : undefined;
        expect([person.roles[0], got]).toEqual([person.roles[0], expected]);
      }
    }
  };

  it('names the owner, its people with their reasons, and nobody else', async () => {
    const theCase = await world.aCase(a.officer);
    expect(await organisations(a.officer, theCase.id)).toEqual([[a.organisation.id, 'OWNER']]);
    expect(await people(a.manager, theCase.id)).toEqual({
      [a.officer.userId]: 'OFFICER',
      [a.liaison.userId]: 'ROLE',
      [a.manager.userId]: 'ROLE',
    });
    await isTrue(theCase, a.officer, [a, b, c]);
  });

  it('tells the truth at every step of offers and shares', async () => {
    const theCase = await world.aCase(a.officer);
    const offered = (await world.offer(a.officer, theCase.id, b, { kind: 'CONSULT', sections: ['MASTER', 'CONTACTS'] })).body;
    expect((await ask(a.officer, theCase.id)).body.items[1]).toMatchObject({
      organisationId: b.organisation.id,
      reason: 'OFFER',
      basis: 'TASK',
      handoverId: offered.id,
      sections: ['CONTACTS', 'MASTER'],
      until: offered.dueAt,
    });
    await isTrue(theCase, a.officer, [a, b, c]);
    await world.decide(b.liaison, offered.id, 'accept');
    expect(await organisations(a.officer, theCase.id)).toEqual([
      [a.organisation.id, 'OWNER'],
      [b.organisation.id, 'CONSULT'],
    ]);
    await isTrue(theCase, a.officer, [a, b, c]);
    await world.decide(b.liaison, offered.id, 'end');
    await isTrue(theCase, a.officer, [a, b, c]);
    await world.handOver(a.officer, theCase.id, c);
    expect(await organisations(c.liaison, theCase.id)).toEqual([
      [c.organisation.id, 'OWNER'],
      [a.organisation.id, 'FORMER_OWNER'],
    ]);
    await isTrue(theCase, c.liaison, [c, a, b]);
    expect(await organisations(a.manager, theCase.id)).toEqual([
      [c.organisation.id, 'OWNER'],
      [a.organisation.id, 'FORMER_OWNER'],
    ]);
  });

  it('opens a confidential case to its team, to deputies, and to the liaisons of the receiver', async () => {
    const theCase = await world.aCase(a.officer, { confidential: true });
    await world.offer(a.officer, theCase.id, b);
    expect(await people(a.officer, theCase.id)).toEqual({ [a.officer.userId]: 'OFFICER' });
    expect((await ask(a.officer, theCase.id)).body.items[1]).toMatchObject({ organisationId: b.organisation.id, roles: ['LIAISON'] });
    for (const person of [a.manager, a.liaison, b.officer, c.liaison]) expect((await ask(person, theCase.id)).status).toBe(404);
    await world.as(a.officer, 'select set_absence($1, $2, today_in_berlin(), today_in_berlin())', [a.officer.userId, a.liaison.userId]);
    expect((await ask(a.liaison, theCase.id)).body.items.find(({ userId }) => userId === a.liaison.userId)).toMatchObject({
      reason: 'DEPUTY',
      standsInFor: a.officer.name,
    });
    await isTrue(theCase, a.officer, [a, b, c]);
  });

  it('shows a stub as a stub where the region wants the agreement of the company', async () => {
    const strict = await world.api.world.region({ requireConsent: true });
    const [from, to] = [await world.office(strict), await world.office(strict)];
    const theCase = await world.aCase(from.officer);
    await world.offer(from.officer, theCase.id, to);
    expect(await organisations(from.officer, theCase.id)).toEqual([
      [from.organisation.id, 'OWNER'],
      [to.organisation.id, 'OFFER_STUB'],
    ]);
    await isTrue(theCase, from.officer, [from, to]);
    expect((await ask(to.liaison, theCase.id)).status).toBe(404);
  });

  it('tells those it was shared with of the owner and of themselves, not of each other', async () => {
    const theCase = await world.aCase(a.officer);
    for (const office of [b, c]) {
      const { id } = (await world.offer(a.officer, theCase.id, office, { kind: 'CONSULT' })).body;
      await world.decide(office.liaison, id, 'accept');
    }
    const seen = (await ask(b.liaison, theCase.id)).body;
    expect(seen.complete).toBe(false);
    expect(seen.items.filter(({ userId }) => !userId).map(({ organisationId }) => organisationId)).toEqual([
      a.organisation.id,
      b.organisation.id,
    ]);
    expect(JSON.stringify(seen)).not.toContain(c.organisation.id);
    expect(JSON.stringify(seen)).not.toContain(a.officer.userId);
  });
});
