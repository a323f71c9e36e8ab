import { Endurance } from './endurance';

/** Killed sixty times, its connections cut two hundred times, while twelve people work without a pause. */
describe('the program under load, for long', () => {
  let endurance: Endurance;
  beforeAll(async () => (endurance = await Endurance.open()));
  afterAll(() => endurance?.close());

  it('loses nothing it has answered, and no mail, when it is killed and started again', async () => {
    const endured = await endurance.under(() => endurance.killing(60), 12);
    expect(endured.faults).toEqual([]);
    expect(Math.min(endured.done, endured.unanswered, endured.mails)).toBeGreaterThan(200);
  });

  it('loses nothing when PostgreSQL ends its connections', async () => {
    const endured = await endurance.under(() => endurance.cuttingConnections(200), 12);
    expect(endured.faults).toEqual([]);
    expect(Math.min(endured.done, endured.mails)).toBeGreaterThan(200);
  });
});
