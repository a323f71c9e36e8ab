import { Database } from '@lotse/shared/api';
import { HandoverWorld, type MadeCase, type Office } from './testing/handover-world';

describe('handovers at the same moment', () => {
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

  const offered = async (): Promise<{ theCase: MadeCase; id: string }> => {
    const theCase = await world.aCase(a.officer);
    return { theCase, id: (await world.offer(a.officer, theCase.id, b)).body.id };
  };
  const counts = (events: string[], kind: string) => events.filter((event) => event === kind).length;

  it('lets exactly one of 50 parallel accepts win; the others learn who it was', async () => {
    const { theCase, id } = await offered();
    const people = [b.liaison, b.officer];
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => world.decide(people[n % 2] ?? b.liaison, id, 'accept')));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 49]);
    const winner = won[0]?.body.decidedByName;
    for (const { body } of lost)
      expect(body).toMatchObject({
        code: 'handover.decided',
        details: { state: 'ACCEPTED', decidedBy: winner, decidedAt: expect.any(String) as string },
      });
    const truth = await world.truth(theCase.id);
    expect(truth).toMatchObject({ owner: b.organisation.id, openTransfers: 0 });
    expect([counts(truth.events, 'handover.accepted'), counts(truth.events, 'owner.changed')]).toEqual([1, 1]);
  });

  it('lets one of many parallel offers of a transfer win', async () => {
    const theCase = await world.aCase(a.officer);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => world.offer(a.officer, theCase.id, n % 2 ? b : c)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    expect((await world.truth(theCase.id)).openTransfers).toBe(1);
  });

  it.each([
    ['withdraw', () => [a.officer, 'withdraw'] as const, 'WITHDRAWN'],
    ['decline', () => [b.officer, 'decline'] as const, 'DECLINED'],
  ])('decides between accept and %s, never both', async (_, other, state) => {
    for (let round = 0; round < 8; round++) {
      const { theCase, id } = await offered();
      const [person, action] = other();
      const [accept, against] = await Promise.all([world.decide(b.liaison, id, 'accept'), world.decide(person, id, action)]);
      expect([accept.status, against.status].sort()).toEqual([200, 409]);
      const accepted = accept.status === 200;
      expect((accepted ? against : accept).body).toMatchObject({
        code: 'handover.decided',
        details: { state: accepted ? 'ACCEPTED' : state },
      });
      expect((await world.truth(theCase.id)).owner).toBe(accepted ? b.organisation.id : a.organisation.id);
    }
  });

  it('decides between accept and expiry, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const { theCase, id } = await offered();
      await world.sql(`update handovers set due_at = clock_timestamp() + interval '60 milliseconds' where id = $1`, [id]);
      const [accept] = await Promise.all([
        new Promise((done) => setTimeout(done, 40 + 5 * round)).then(() => world.decide(b.liaison, id, 'accept')),
        new Promise((done) => setTimeout(done, 62)).then(() => world.sql('select expire_handovers()')),
      ]);
      await world.sql('select expire_handovers()');
      const [row] = await world.sql<{ state: string }>('select state from handovers where id = $1', [id]);
      const truth = await world.truth(theCase.id);
      expect(row?.state).toBe(accept.status === 200 ? 'ACCEPTED' : 'EXPIRED');
      expect(truth.owner).toBe(accept.status === 200 ? b.organisation.id : a.organisation.id);
      expect(counts(truth.events, 'handover.accepted') + counts(truth.events, 'handover.expired')).toBe(1);
      if (accept.status !== 200) expect(accept).toMatchObject({ status: 409, body: { details: { state: 'EXPIRED' } } });
    }
  });

  it('decides between offering and closing: a closed case is never on offer', async () => {
    for (let round = 0; round < 8; round++) {
      const theCase = await world.aCase(a.officer);
      const [offer] = await Promise.all([
        world.offer(a.officer, theCase.id, b),
        world
          .as(a.officer, `select set_case_status($1, 1, 'CLOSED', null, 'ACHIEVED')`, [theCase.id])
          .catch((error: Error) => error.message),
      ]);
      const truth = await world.truth(theCase.id);
      expect([truth.status === 'CLOSED', truth.openTransfers]).toEqual(offer.status === 201 ? [false, 1] : [true, 0]);
    }
  });

  it('decides between closing and accepting: an offer that is open keeps the case open, and a new owner closes it itself', async () => {
    for (let round = 0; round < 6; round++) {
      const { theCase, id } = await offered();
      const [accept, closed] = await Promise.all([
        world.decide(b.liaison, id, 'accept'),
        world
          .as(a.officer, `select set_case_status($1, null, 'CLOSED', null, 'ACHIEVED')`, [theCase.id])
          .catch((error: Error) => error.message),
      ]);
      expect(accept.status).toBe(200);
      expect(['case.transferOpen', 'case.notFound']).toContain(closed);
      expect(await world.truth(theCase.id)).toMatchObject({ owner: b.organisation.id, openTransfers: 0, status: 'NEW' });
    }
  });

  it('loses no share that is given while another one ends', async () => {
    for (let round = 0; round < 5; round++) {
      const theCase = await world.aCase(a.officer);
      const first = (await world.offer(a.officer, theCase.id, b, { kind: 'CONSULT' })).body.id;
      await world.decide(b.liaison, first, 'accept');
      const [, second] = await Promise.all([
        world.decide(b.liaison, first, 'end'),
        world.offer(a.officer, theCase.id, b, { kind: 'CO_WORK' }),
      ]);
      expect(second.status).toBe(201);
      expect((await world.sight(b.liaison, theCase)).readable).toBe(true);
    }
  });

  it('writes no message into an offer that is being decided without deciding twice', async () => {
    const { id } = await offered();
    const [asked, accepted] = await Promise.all([
      world.api.as(b.officer).post(`/handovers/${id}/messages`, { note: 'Frage' }),
      world.decide(b.liaison, id, 'accept'),
    ]);
    expect(accepted.status).toBe(200);
    expect([201, 409]).toContain(asked.status);
  });

  it('leaves no task with an organisation whose part ends at that moment', async () => {
    const theCase = await world.aCase(a.officer);
    const { id } = (await world.offer(a.officer, theCase.id, b, { kind: 'CO_WORK' })).body;
    await world.decide(b.liaison, id, 'accept');
    let task: Promise<unknown> = Promise.resolve();
    await world.api.app.get(Database).as(a.officer, async (tx) => {
      await tx.query(`select end_handover($1, '')`, [id]);
      task = world
        .as(b.officer, `insert into follow_ups (id, case_id, title, due_on) values (new_id(), $1, 'Nachfassen', today_in_berlin())`, [
          theCase.id,
        ])
        .catch((error: Error) => error.message);
      await world.waiting();
    });
    expect(await task).toBe('case.notFound');
    expect(await world.sql('select 1 from follow_ups where case_id = $1', [theCase.id])).toEqual([]);
  });
});
