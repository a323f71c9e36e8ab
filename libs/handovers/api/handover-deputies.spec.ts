import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

describe('who stands in for a liaison', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;
  let deputy: TestPerson;

  beforeAll(async () => {
    world = await HandoverWorld.open();
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
    deputy = b.officer;
  });

  const away = (from: number, to: number, person = b.liaison, substitute = deputy) =>
    world.as(person, 'select set_absence($1, $2, today_in_berlin() + $3::int, today_in_berlin() + $4::int)', [
      person.userId,
      substitute.userId,
      from,
      to,
    ]);
  const confidentialOffer = async (): Promise<{ theCase: MadeCase; id: string }> => {
    const theCase = await world.aCase(a.officer, { confidential: true });
    return { theCase, id: (await world.offer(a.officer, theCase.id, b)).body.id };
  };
  const status = async (person: TestPerson, id: string) => (await world.api.as(person).get(`/handovers/${id}`)).status;
  const told = async (id: string) =>
    (await world.api.world.sql<{ recipient: string }>('select recipient from outgoing_mails where ref_id = $1', [id])).map(
      ({ recipient }) => recipient,
    );

  it('sees and decides confidential offers on the days of the absence', async () => {
    await away(0, 3);
    const { theCase, id } = await confidentialOffer();
    expect(await told(id)).toEqual([deputy.email]);
    expect(await status(deputy, id)).toBe(200);
    expect((await world.decide(deputy, id, 'accept')).status).toBe(200);
    expect((await world.truth(theCase.id)).officer).toBe(deputy.userId);
  });

  it.each([
    ['before', 1, 3],
    ['after', -3, -1],
  ])('sees nothing %s the absence', async (_, from, to) => {
    await away(from, to);
    const { id } = await confidentialOffer();
    expect(await told(id)).toEqual([b.liaison.email]);
    expect(await status(deputy, id)).toBe(404);
    for (const action of ['accept', 'decline']) expect((await world.decide(deputy, id, action)).status).toBe(404);
  });

  it('sees nothing any more once the absence was ended', async () => {
    await away(0, 3);
    const { id } = await confidentialOffer();
    await world.as(b.liaison, 'select end_absence(id) from absences where user_id = $1', [b.liaison.userId]);
    expect(await status(deputy, id)).toBe(404);
    expect(await status(b.liaison, id)).toBe(200);
  });

  it('leaves the offers with the liaison when the deputy has gone', async () => {
    await away(0, 3);
    await world.api.world.sql('update memberships set is_active = false where user_id = $1', [deputy.userId]);
    const { id } = await confidentialOffer();
    expect(await told(id)).toEqual([b.liaison.email]);
  });

  it('reads and withdraws for the sender who is away, and is told the answer', async () => {
    const { id } = await confidentialOffer();
    expect(await status(a.liaison, id)).toBe(404);
    await away(0, 1, a.officer, a.liaison);
    expect(await status(a.liaison, id)).toBe(200);
    await world.decide(b.liaison, id, 'decline');
    expect(await told(id)).toEqual(expect.arrayContaining([a.liaison.email]));
    expect(await told(id)).not.toContain(a.officer.email);
  });

  it('follows a confidential case to its next officer', async () => {
    const { theCase, id } = await confidentialOffer();
    const version = await world.as<{ version: number }>(a.officer, 'select version from service_cases where id = $1', [theCase.id]);
    await world.as(a.officer, 'select assign_officer($1, $2, $3)', [theCase.id, version[0]?.version, a.liaison.userId]);
    expect([await status(a.officer, id), await status(a.liaison, id)]).toEqual([404, 200]);
    expect((await world.decide(a.liaison, id, 'withdraw')).status).toBe(200);
  });

  it('gives the new officer of a confidential case that was taken over its return', async () => {
    const { theCase, id } = await confidentialOffer();
    await world.decide(b.liaison, id, 'accept');
    const version = await world.as<{ version: number }>(b.liaison, 'select version from service_cases where id = $1', [theCase.id]);
    await world.as(b.liaison, 'select assign_officer($1, $2, $3)', [theCase.id, version[0]?.version, b.officer.userId]);
    expect((await world.api.as(b.officer).get(`/handovers/${id}`)).body).toMatchObject({ actions: ['return'], note: 'Bitte übernehmen' });
    expect((await world.decide(b.officer, id, 'return')).status).toBe(201);
  });
});
