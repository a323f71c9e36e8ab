import { type TestAnswer, type TestApi, testApi } from '@lotse/shared/testing';
import { FeedbackModule } from '../feedback.module';
import { FeedbackWorld, type Town } from '../feedback-world';
import { chooseLanguage } from './texts';

let api: TestApi;
let feedback: FeedbackWorld;
let town: Town;

beforeAll(async () => {
  api = await testApi([FeedbackModule]);
  feedback = new FeedbackWorld(api);
  town = await feedback.town(await api.world.region());
});
afterAll(() => api.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const link = async (wish = {}) => `/umfrage/${(await feedback.surveyOf(await feedback.closedCase(town, wish))).token}`;
const get = (path: string, headers = {}) => api.anonymous.get<string>(path, { headers });
const post = (path: string, raw: string, headers = {}): Promise<TestAnswer<string>> =>
  api.anonymous.post(path, undefined, { raw, headers: { ...FORM, ...headers } });
const answers = async (path: string) =>
  api.world.sql('select a.* from survey_answers a join surveys s on s.id = a.survey_id where s.token_hash = sha256(convert_to($1, $2))', [
    path.slice('/umfrage/'.length),
    'UTF8',
  ]);

it('is one small page without scripts, in the language of the reader', async () => {
  const path = await link();
  const { status, body, headers } = await get(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.length).toBeLessThan(15_000);
  expect(body).toContain('<html lang="de">');
  expect(body).not.toMatch(/<script| on\w+=|javascript:/i);
  expect((await get(path, { 'accept-language': 'en-GB,en;q=0.9,de;q=0.5' })).body).toContain('<html lang="en">');
  expect((await get(`${path}?lang=de`, { 'accept-language': 'en' })).body).toContain('<html lang="de">');
  expect((await get(await link({ language: 'en' }))).body).toContain('How was our service?');
});

it('allows exactly its own style sheet', async () => {
  const { body, headers } = await get(await link());
  const nonce = /<style nonce="([^"]+)">/.exec(body)?.[1];
  expect(headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(body.match(/<style/g)).toHaveLength(1);
});

it('shows the names of people and companies inert', async () => {
  const { body } = await get(await link({ company: `"><script>alert(1)</script>'&` }));
  expect(body).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;');
  expect(body).not.toContain('<script');
});

it('selects the grade of a link and stores nothing', async () => {
  const path = await link();
  const { body } = await get(`${path}?note=2&utm_source=mail`);
  expect(body).toMatch(/name="serviceGrade"\s+value="2"\s+checked/);
  expect(body.match(/checked\s*(required)?\s*\/?>/g)).toHaveLength(1);
  for (const note of ['7', '"><b>', ''])
    expect((await get(`${path}?note=${encodeURIComponent(note)}`)).body).not.toMatch(/\schecked\s|<b>"/);
  expect((await api.anonymous.send('HEAD', path)).status).toBe(200);
  expect(await answers(path)).toEqual([]);
});

it('takes the form, thanks, and says when an answer was replaced', async () => {
  const path = await link();
  const first = await post(path, 'serviceGrade=2&durationGrade=4&recommend=true&comment=Danke%21');
  expect([first.status, first.body.includes('Vielen Dank!')]).toEqual([200, true]);
  expect((await get(path)).body).toContain('Sie haben bereits geantwortet');
  expect((await post(path, 'serviceGrade=1')).body).toContain('ersetzt die vorherige');
  expect(await answers(path)).toMatchObject([{ service_grade: 1, comment: null, recommend: null }]);
});

it('keeps what was typed when the grade is missing', async () => {
  const path = await link();
  const { status, body } = await post(
    path,
    `durationGrade=3&comment=${encodeURIComponent('</textarea><b>fett</b>')}&callBack=true&recommend=false`,
  );
  expect(status).toBe(400);
  expect(body).toContain('Bitte wählen Sie eine Note für unseren Service.');
  expect(body).toContain('&lt;/textarea&gt;&lt;b&gt;fett&lt;/b&gt;');
  expect(body).toMatch(/name="durationGrade"\s+value="3"\s+checked/);
  expect(body).toMatch(/name="callBack"\s+value="true"\s+checked/);
  expect(body).toMatch(/name="recommend"\s+value="false"\s+checked/);
  expect(await answers(path)).toEqual([]);
});

it.each([
  ['unknown', 404, 'Diesen Link kennen wir nicht', undefined],
  [
    'expired',
    410,
    'Dieser Link ist abgelaufen',
    `update surveys set expires_at = now() - interval '1 day' where token_hash = sha256(convert_to($1, 'UTF8'))`,
  ],
  [
    'used-up',
    409,
    'Diese Frage ist bereits beantwortet',
    `with s as (select id from surveys where token_hash = sha256(convert_to($1, 'UTF8')))
     insert into survey_answers (survey_id, service_grade, first_answered_at) select id, 2, now() - interval '15 days' from s`,
  ],
])('has a kind page for %s links', async (_, status, sentence, change) => {
  const path = change ? await link() : '/umfrage/gibt-es-nicht';
  if (change) await api.world.sql(change, [path.slice('/umfrage/'.length)]);
  for (const answer of [await get(path), await post(path, 'serviceGrade=1')]) {
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.body).toContain(sentence);
  }
});

it('refuses a form another site sends', async () => {
  const path = await link();
  expect((await post(path, 'serviceGrade=1', { origin: 'https://boese.example' })).status).toBe(403);
  expect((await post(path, 'serviceGrade=1', { origin: api.url })).status).toBe(200);
});

it('asks before it notes an objection', async () => {
  const path = `${await link()}/widerspruch`;
  expect((await get(path)).body).toContain('<button>Widersprechen</button>');
  expect((await post(path, '')).body).toContain('Ihr Widerspruch ist vermerkt');
  expect((await get(`${path}?lang=en`)).body).toContain('Your objection is noted');
});

it.each([
  ['en', 'de', 'de', 'en'],
  [undefined, 'fr-FR,en;q=0.3,de;q=0.2', 'de', 'en'],
  [undefined, 'en;q=0, fr', 'en', 'en'],
  ['fr', undefined, undefined, 'de'],
] as const)('chooses a language: asked %s, accepted %s, company %s → %s', (asked, accepted, company, expected) => {
  expect(chooseLanguage(asked, accepted, company)).toBe(expected);
});
