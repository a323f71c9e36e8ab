import { type TestApi, testApi, type TestRegion } from '@lotse/shared/testing';
import { addQuarters, planPublishing, quarterEnd, quarterOf, quarterStart, type SatisfactionDto } from '@lotse/feedback/contract';
import { berlinDay } from '@lotse/shared/contract';
import { FeedbackModule } from './feedback.module';
import { FeedbackWorld, type Town } from './feedback-world';

let api: TestApi;
let feedback: FeedbackWorld;
let region: TestRegion;
let town: Town;
let neighbour: Town;

const running = quarterOf(berlinDay(new Date()));

beforeAll(async () => {
  api = await testApi([FeedbackModule]);
  feedback = new FeedbackWorld(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  region = await api.world.region();
  [town, neighbour] = [await feedback.town(region), await feedback.town(region)];
});

const read = async (person: Town['manager'], query = '') => (await api.as(person).get<SatisfactionDto>(`/satisfaction${query}`)).body;
const give = async (grades: number[], wish: Parameters<FeedbackWorld['closedCase']>[1] = {}) => {
  for (const grade of grades) await feedback.answered(town, grade, wish);
};
const regrade = (token: string, serviceGrade: number) => api.anonymous.post(`/surveys/${token}/answer`, { serviceGrade });

/** Answers that are all there before anything is published, as after an import; counts of the grades 1, 2, 3, … */
async function giveAtOnce(counts: number[], quarter = running): Promise<void> {
  const grades = counts.flatMap((count, i) => Array.from({ length: count }, () => i + 1));
  await api.world.sql(
    `with s as (insert into surveys (case_id, region_id, owner_org, credited, confidential, created_at, answered_at)
       select $1, $2, $3, array[$3::uuid], false, $4::date + interval '12 hours', $4::date + interval '13 hours' from unnest($5::int[]) returning id),
     numbered as (select id, row_number() over (order by id) as n from s)
     insert into survey_answers (survey_id, service_grade, first_answered_at, answered_at)
     select id, ($5::int[])[n], $4::date + interval '13 hours', $4::date + interval '13 hours' from numbered`,
    [await feedback.openCase(town), region.id, town.organisation.id, quarterStart(quarter), grades],
  );
  const rows = await api.world.sql<{ survey_id: string; owner_org: string; credited: string[]; quarter: string; is_change: boolean }>(
    'select * from pending_answers_of($1)',
    [region.id],
  );
  const waiting = rows.map((row) => ({
    id: row.survey_id,
    quarter: row.quarter,
    group: { closingOwner: row.owner_org, credited: row.credited },
    isChange: row.is_change,
  }));
  for (const batch of planPublishing(waiting, running))
    await api.world.sql('select publish_batch_of($1, $2, $3, $4, $5)', [
      region.id,
      batch.closingOwner,
      batch.credited,
      batch.quarter,
      batch.answerIds,
    ]);
}

describe('the checked figures', () => {
  it.each([
    [[2, 4, 1, 1], 2.125, '1.30–2.95', 'OPEN'],
    [[3, 6, 2, 1], 2.083, '1.51–2.66', 'OPEN'],
    [[9, 12, 5, 4], 2.133, '1.76–2.51', 'OPEN'],
  ])('of %j answers', async (counts, mean, interval, state) => {
    await giveAtOnce(counts);
    const body = await read(town.manager);
    expect(body.n).toBe(counts.reduce((sum, count) => sum + count));
    expect(body.mean).toBeCloseTo(mean, 3);
    expect(`${body.interval?.low.toFixed(2)}–${body.interval?.high.toFixed(2)}`).toBe(interval);
    expect(body.state).toBe(state);
    expect(body.distribution?.slice(0, 4)).toEqual(counts);
  });

  it('with a Wilson interval of the share', async () => {
    await giveAtOnce([2, 4, 1, 1]);
    const { shareGood } = await read(town.manager);
    expect([shareGood?.value, shareGood?.low, shareGood?.high].map((x) => x?.toFixed(3))).toEqual(['0.750', '0.409', '0.929']);
  });

  it('prove the goal met or missed from twenty answers on', async () => {
    await giveAtOnce([20, 5, 0, 0]);
    expect((await read(town.manager)).state).toBe('MET');
    await giveAtOnce([0, 0, 0, 50]);
    expect((await read(town.manager)).state).toBe('MISSED');
  });
});

it('gives no figure below five answers, and says how many were asked and answered', async () => {
  await give([1, 2, 2, 1]);
  await feedback.closedCase(town);
  await feedback.closedCase(town, { email: null });
  expect(await read(town.manager)).toMatchObject({
    organisationId: town.organisation.id,
    asked: 5,
    answered: 4,
    responseRate: 0.8,
    n: 0,
    mean: null,
    interval: null,
    shareGood: null,
    distribution: null,
    state: null,
    funnel: {
      closed: 6,
      eligible: 5,
      sent: 0,
      undelivered: 0,
      answered: 4,
      notAsked: { noContact: 1, objected: 0, askedRecently: 0, noNotice: 0 },
    },
  });
});

it('moves a figure by five answers at a time while the count goes on', async () => {
  await give([1, 2, 3, 2, 2]);
  expect(await read(town.manager)).toMatchObject({ answered: 5, n: 5, mean: 2 });
  await give([6, 6, 6, 6]);
  expect(await read(town.manager)).toMatchObject({ answered: 9, n: 5, mean: 2 });
  await give([6]);
  expect(await read(town.manager)).toMatchObject({ answered: 10, n: 10, mean: 4, distribution: [1, 3, 1, 0, 0, 5] });
});

it('lets a changed answer wait for four others', async () => {
  const tokens: string[] = [];
  for (let i = 0; i < 5; i++) tokens.push(await feedback.answered(town, 2));
  for (const token of tokens.slice(0, 4)) await regrade(token, 1);
  expect(await read(town.manager)).toMatchObject({ n: 5, mean: 2 });
  await regrade(tokens[4] as string, 1);
  expect(await read(town.manager)).toMatchObject({ n: 5, mean: 1 });
});

it('counts a change and four new answers as five', async () => {
  const token = await feedback.answered(town, 6);
  await give([2, 2, 2, 2]);
  await regrade(token, 2);
  await give([2, 2, 2]);
  expect(await read(town.manager)).toMatchObject({ answered: 8, n: 5, mean: 2.8 });
  await give([2]);
  expect(await read(town.manager)).toMatchObject({ answered: 9, n: 9, mean: 2 });
});

it('publishes each answer once, also when many arrive at the same moment', async () => {
  const tokens: string[] = [];
  for (let i = 0; i < 12; i++) tokens.push((await feedback.surveyOf(await feedback.closedCase(town))).token);
  const statuses = await Promise.all(tokens.map((token, i) => regrade(token, (i % 2) + 1).then(({ status }) => status)));
  expect(statuses).toEqual(tokens.map(() => 200));
  expect(await read(town.manager)).toMatchObject({ answered: 12, n: 10 });
  const batches = await api.world.sql('select new_answers from published_batches where region_id = $1', [region.id]);
  expect(batches).toEqual([{ new_answers: 5 }, { new_answers: 5 }]);
});

it('counts a grade for both owners where both had their share, and once for the region', async () => {
  await give([2, 2, 2, 2, 2], { handedTo: neighbour, heldShare: 0.5 });
  const query = (town: Town) => `?organisationId=${town.organisation.id}`;
  expect(await read(town.manager, query(town))).toMatchObject({ asked: 5, n: 5, mean: 2 });
  expect(await read(town.manager, query(neighbour))).toMatchObject({ asked: 5, n: 5, mean: 2 });
  expect(await read(town.manager, '?scope=region')).toMatchObject({ organisationId: null, asked: 5, answered: 5, n: 5, mean: 2 });
});

it('leaves confidential cases out of every number', async () => {
  await give([1, 1, 1, 1, 1], { confidential: true });
  expect(await read(town.manager)).toMatchObject({ asked: 0, answered: 0, responseRate: null, n: 0, funnel: { closed: 0 } });
  expect(await read(town.manager, '?scope=region')).toMatchObject({ asked: 0, n: 0 });
});

describe('windows', () => {
  const former = addQuarters(running, -1);

  it('are whole quarters, by default the running one and four before', async () => {
    const body = await read(town.manager);
    expect([body.from, body.to]).toEqual([quarterStart(addQuarters(running, -4)), quarterEnd(running)]);
    expect(body.trend.map(({ quarter }) => quarter)).toEqual([-4, -3, -2, -1, 0].map((back) => addQuarters(running, back)));
    expect(await read(town.manager, '?from=2025-02-17&to=2025-05-01')).toMatchObject({ from: '2025-01-01', to: '2025-06-30' });
  });

  it('do not end before they begin', async () => {
    for (const query of ['?from=2026-06-01&to=2026-01-01', '?from=2026-02-02&to=2026-02-01']) {
      expect(await api.as(town.manager).get(`/satisfaction${query}`)).toMatchObject({
        status: 400,
        body: { code: 'validation', errors: [{ pointer: '/to', code: 'beforeStart' }] },
      });
    }
    expect(await api.as(town.manager).get('/satisfaction?from=2026-02-01&to=2026-02-01')).toMatchObject({ status: 200 });
  });

  it('count a batch only when they hold all of its quarters', async () => {
    await giveAtOnce([3, 0, 0], former);
    await giveAtOnce([0, 4, 0], running);
    const ask = () =>
      Promise.all([
        read(town.manager),
        read(town.manager, `?from=${quarterStart(running)}`),
        read(town.manager, `?from=${quarterStart(former)}&to=${quarterEnd(former)}`),
      ]);
    expect((await ask()).map(({ n, answered }) => [n, answered])).toEqual([
      [7, 7],
      [0, 4],
      [0, 3],
    ]);
    await giveAtOnce([0, 0, 5], former);
    const [both, ...parts] = await ask();
    expect([both?.n, ...parts.map(({ n }) => n)]).toEqual([12, 0, 5]);
    expect(both?.trend.slice(-2).map(({ n }) => n)).toEqual([5, 0]);
  });
});

describe('who may ask', () => {
  it.each(['officer', 'liaison', 'administrator'] as const)('not the %s', async (role) => {
    expect((await api.as(town[role]).get('/satisfaction')).status).toBe(403);
  });

  it('nobody without signing in', async () => {
    expect((await api.anonymous.get('/satisfaction')).status).toBe(401);
  });

  it('leads for every organisation of their region, never beyond', async () => {
    const stranger = await feedback.town(await api.world.region());
    expect((await api.as(town.manager).get(`/satisfaction?organisationId=${neighbour.organisation.id}`)).status).toBe(200);
    const foreign = await api.as(town.manager).get(`/satisfaction?organisationId=${stranger.organisation.id}`);
    const unknown = await api.as(town.manager).get('/satisfaction?organisationId=0190aaaa-0000-7000-8000-000000000000');
    expect([foreign.status, foreign.body['code']]).toEqual([404, unknown.body['code']]);
  });

  it.each(['?from=2026-02-30', '?organisationId=1', '?scope=world', '?quarter=1'])('not with %s', async (query) => {
    expect((await api.as(town.manager).get(`/satisfaction${query}`)).status).toBe(400);
  });
});

it.each([
  ['the policies alone', { apiChecks: false }],
  ['the API alone', { policies: false }],
])('keeps figures inside the region by %s', async (_, options) => {
  await give([2, 2, 2, 2, 2]);
  const stranger = await feedback.town(await api.world.region());
  const other = await testApi([FeedbackModule], options);
  try {
    const foreign = await other.as(stranger.manager).get(`/satisfaction?organisationId=${town.organisation.id}`);
    expect(foreign.status).toBe(404);
    expect((await other.as(stranger.manager).get('/satisfaction?scope=region')).body).toMatchObject({ asked: 0, n: 0 });
    expect((await other.as(town.officer).get('/satisfaction')).status).toBe(403);
  } finally {
    await other.close();
  }
});

it('refuses a batch of fewer than five in the database itself', async () => {
  const token = await feedback.answered(town, 1);
  const [row] = await api.world.sql<{ id: string }>(
    'select s.id from surveys s join survey_answers a on a.survey_id = s.id where s.owner_org = $1',
    [town.organisation.id],
  );
  expect(token).toHaveLength(32);
  await expect(
    api.world.sql('select publish_batch_of($1, $2, $3, $4, $5)', [
      region.id,
      town.organisation.id,
      [town.organisation.id],
      running,
      [row?.id],
    ]),
  ).rejects.toThrow('do not make a batch');
});
