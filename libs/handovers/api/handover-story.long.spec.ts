import { HandoverWorld } from './testing/handover-world';
import { randomFrom, RandomStory } from './testing/random-operations';

/** 10,000 operations on 24 cases of six organisations in three regions, 25 at the same moment. */
describe('a long random story of handovers', () => {
  it('keeps exactly one owner, at most one open transfer and an event for every change', async () => {
    const world = await HandoverWorld.open();
    try {
      const regions = [
        await world.api.world.region(),
        await world.api.world.region(),
        await world.api.world.region({ requireConsent: true }),
      ];
      const offices = await Promise.all(regions.flatMap((region) => [world.office(region), world.office(region)]));
      const cases = await Promise.all(
        offices.flatMap(({ officer, liaison }) => [officer, liaison, officer, liaison].map((one) => world.aCase(one))),
      );
      const story = new RandomStory(world, offices, cases, randomFrom(42));
      await story.play(10_000, 25);
      expect([...story.tally.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(9_900);
      expect(await story.accountability()).toEqual([]);
    } finally {
      await world.close();
    }
  }, 1_800_000);
});
