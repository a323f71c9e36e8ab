import type { TestPerson } from '@lotse/shared/testing';
import { HandoverWorld, type Office } from './testing/handover-world';

/** What a page of a person hears, as it arrives. */
async function listen(world: HandoverWorld, person: TestPerson) {
  const stop = new AbortController();
  const heard: { topic: string; id: string }[] = [];
  const response = await fetch(`${world.api.url}/api/v1/live`, { headers: { cookie: `lotse=${person.token}` }, signal: stop.signal });
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) heard.push(JSON.parse(line.slice(5)) as { topic: string; id: string });
    }
  })().catch(() => undefined);
  return {
    heard,
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

const until = async (check: () => boolean, milliseconds: number): Promise<number> => {
  const begin = Date.now();
  while (!check() && Date.now() - begin < milliseconds) await new Promise((done) => setTimeout(done, 20));
  return Date.now() - begin;
};

describe('what the two sides hear while their pages are open', () => {
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

  it('tells the sender of the decision within three seconds, the receiver of the offer, and nobody else', async () => {
    const theCase = await world.aCase(a.officer);
    const [sender, receiver, other] = await Promise.all([a.officer, b.liaison, c.liaison].map((person) => listen(world, person)));
    if (!sender || !receiver || !other) throw new Error('nobody listens');
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    const about = (page: { heard: { topic: string; id: string }[] }) =>
      page.heard.filter((update) => update.topic === 'handover' && update.id === id);
    expect(await until(() => about(receiver).length > 0, 3000)).toBeLessThan(3000);

    const before = about(sender).length;
    await world.decide(b.liaison, id, 'accept');
    expect(await until(() => about(sender).length > before, 3000)).toBeLessThan(3000);
    expect((await world.api.as(a.officer).get(`/handovers/${id}`)).body).toMatchObject({
      state: 'ACCEPTED',
      decidedByName: b.liaison.name,
    });
    expect(other.heard).toEqual([]);
    await Promise.all([sender, receiver, other].map((page) => page.close()));
  });

  it('tells of a confidential offer only whoever may see it', async () => {
    const theCase = await world.aCase(a.officer, { confidential: true });
    const [liaison, officer] = await Promise.all([b.liaison, b.officer].map((person) => listen(world, person)));
    if (!liaison || !officer) throw new Error('nobody listens');
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await until(() => liaison.heard.some((update) => update.id === id), 3000);
    expect(liaison.heard).toEqual(expect.arrayContaining([{ topic: 'handover', id }]));
    expect(officer.heard).toEqual([]);
    await Promise.all([liaison, officer].map((page) => page.close()));
  });
});
