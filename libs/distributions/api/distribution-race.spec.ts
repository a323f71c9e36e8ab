import { DistributionWorld, OFFER, type Office } from './testing/distribution-world';

/** Many requests at once on a machine that may be busy. */
const LIMIT_MS = 60_000;

describe('enquiries at the same moment', () => {
  let world: DistributionWorld;
  let kreis: Office;
  let a: Office;
  let b: Office;

  beforeAll(async () => {
    world = await DistributionWorld.open();
    const region = await world.api.world.region();
    kreis = await world.office(region, 'DISTRICT');
    [a, b] = [await world.office(region), await world.office(region)];
  });
  afterAll(() => world.close());

  it(
    'lets one of many parallel enquiries of a case win',
    async () => {
      const caseId = await world.aCase(kreis.officer);
      const answers = await Promise.all(Array.from({ length: 12 }, () => world.send(kreis.officer, caseId, [a, b])));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
    },
    LIMIT_MS,
  );

  it(
    'keeps every answer of many parallel ones, and exactly one is valid',
    async () => {
      const { id } = await world.sent(kreis, [a]);
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => world.answer(n % 2 ? a.officer : a.liaison, id, { ...OFFER, areaSqm: n + 1 })),
      );
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      const rows = await world.sql<{ revision: number; is_current: boolean }>(
        'select revision, is_current from distribution_answers where distribution_id = $1 order by revision',
        [id],
      );
      expect(rows.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
      expect(rows.filter(({ is_current }) => is_current)).toEqual([{ revision: 20, is_current: true }]);
    },
    LIMIT_MS,
  );

  it(
    'decides between an answer and the end of the time, and says what happened',
    async () => {
      for (let round = 0; round < 8; round++) {
        const { id } = await world.sent(kreis, [a]);
        await world.sql(`update distributions set due_at = clock_timestamp() + interval '50 milliseconds' where id = $1`, [id]);
        await new Promise((done) => setTimeout(done, 30 + 6 * round));
        const answer = await world.answer(a.liaison, id);
        const rows = await world.sql<{ late: boolean }>(
          'select a.answered_at >= d.due_at as late from distribution_answers a join distributions d on d.id = a.distribution_id where d.id = $1',
          [id],
        );
        if (answer.status !== 200)
          expect(answer.body).toMatchObject({ status: 409, code: 'distribution.over', details: { answered: false } });
        expect(rows.length).toBe(answer.status === 200 ? 1 : 0);
      }
    },
    LIMIT_MS,
  );

  it(
    'decides between an answer and taking it back, and between two decisions',
    async () => {
      for (let round = 0; round < 8; round++) {
        const { id } = await world.sent(kreis, [a, b]);
        await world.answer(b.liaison, id);
        const [answer, withdraw] = await Promise.all([world.answer(a.liaison, id), world.act(kreis.officer, id, 'withdraw')]);
        expect(withdraw.status).toBe(200);
        if (answer.status !== 200)
          expect(answer.body).toMatchObject({
            status: 409,
            code: 'distribution.ended',
            details: { state: 'WITHDRAWN', endedBy: kreis.officer.name },
          });
        expect((await world.sql('select 1 from distribution_answers where distribution_id = $1', [id])).length).toBe(
          answer.status === 200 ? 2 : 1,
        );
      }
      const { id } = await world.sent(kreis, [a]);
      await world.answer(a.liaison, id);
      const decisions = await Promise.all(Array.from({ length: 10 }, () => world.act(kreis.officer, id, 'decision', {})));
      expect(decisions.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    },
    LIMIT_MS,
  );
});
