import { Endurance } from './endurance';

/** The short sample of `killed.long.journey.ts`. Needs the built program, so it runs after the build, on a database of its own. */
describe('the program under load', () => {
  let endurance: Endurance;
  beforeAll(async () => (endurance = await Endurance.open()));
  afterAll(() => endurance?.close());

  it('loses nothing it has answered, and no mail, when it is killed and started again', async () => {
    const endured = await endurance.under(() => endurance.killing(2));
    expect(endured.faults).toEqual([]);
    expect(Math.min(endured.done, endured.unanswered, endured.mails)).toBeGreaterThan(5);
  });

  it('loses nothing when PostgreSQL ends its connections', async () => {
    const endured = await endurance.under(() => endurance.cuttingConnections(8));
    expect(endured.faults).toEqual([]);
    expect(Math.min(endured.done, endured.mails)).toBeGreaterThan(5);
  });
});
