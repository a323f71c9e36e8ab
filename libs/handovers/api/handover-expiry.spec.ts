import { HandoverWorld, type Office } from './testing/handover-world';

describe('an offer nobody decided', () => {
  let world: HandoverWorld;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await HandoverWorld.open();
    const region = await world.api.world.region();
    [a, b] = [await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  const expire = () => world.sql('select expire_handovers()');
  const mails = (id: string) =>
    world.sql<{ template: string; recipient: string }>(
      'select template, recipient from outgoing_mails where ref_id = $1 order by template, recipient',
      [id],
    );

  it('cannot be decided after its time, even before the job has come by', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.overdue(id);
    for (const [person, action] of [
      [b.liaison, 'accept'],
      [b.liaison, 'decline'],
      [a.officer, 'withdraw'],
    ] as const)
      expect(await world.decide(person, id, action)).toMatchObject({
        status: 409,
        body: { code: 'handover.expired', details: { state: 'EXPIRED' } },
      });
    expect((await world.api.as(b.liaison).get(`/handovers/${id}`)).body).toMatchObject({
      timeLeft: { over: true, workingDays: 2 },
      actions: [],
    });
  });

  it('stays with the sender, tells both sides and leaves the receiver its line', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.overdue(id);
    await expire();
    const truth = await world.truth(theCase.id);
    expect(truth).toMatchObject({ owner: a.organisation.id, openTransfers: 0 });
    expect(truth.events.at(-1)).toBe('handover.expired');
    expect((await world.api.as(b.liaison).get(`/handovers/${id}`)).body).toMatchObject({
      state: 'EXPIRED',
      note: null,
      caseAccess: null,
      timeLeft: null,
    });
    expect(await world.sight(b.liaison, theCase)).toMatchObject({ readable: false, sections: [] });
    expect(await mails(id)).toEqual(
      [
        { template: 'handover.expired', recipient: a.officer.email },
        { template: 'handover.expired', recipient: b.liaison.email },
        { template: 'handover.offered', recipient: b.liaison.email },
      ].sort((x, y) => (x.template + x.recipient).localeCompare(y.template + y.recipient)),
    );
    await expire();
    expect((await world.truth(theCase.id)).events.filter((kind) => kind === 'handover.expired')).toHaveLength(1);
  });

  it('does not stand in the way of the next offer', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await world.overdue(id);
    expect((await world.offer(a.officer, theCase.id, b)).status).toBe(201);
    expect((await world.api.as(a.officer).get(`/handovers/${id}`)).body).toMatchObject({ state: 'EXPIRED' });
  });

  it('leaves alone what is not due, and is only for the jobs', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b)).body;
    await expire();
    expect((await world.api.as(a.officer).get(`/handovers/${id}`)).body).toMatchObject({ state: 'OFFERED' });
    await expect(world.as(a.officer, 'select expire_handovers()')).rejects.toThrow(/permission denied/);
  });
});
