import { type TestApi, testApi, type TestPerson, type TestRegion } from '@lotse/shared/testing';
import { addWorkingDays, berlinDay } from '@lotse/shared/contract';
import { FeedbackModule } from './feedback.module';
import { FeedbackWorld, type Town } from './feedback-world';

let api: TestApi;
let feedback: FeedbackWorld;
let region: TestRegion;
let town: Town;

beforeAll(async () => {
  api = await testApi([FeedbackModule]);
  feedback = new FeedbackWorld(api);
});
afterAll(() => api.close());
beforeEach(async () => {
  region = await api.world.region();
  town = await feedback.town(region);
});

const answer = (token: string, body: unknown) => api.anonymous.post(`/surveys/${token}/answer`, body);
/** Every row that reading could touch, as one text. */
const rows = async (surveyId: string) =>
  JSON.stringify(
    await api.world.sql(
      `select s.*, s.xmin::text as written, a.xmin::text as answer_written, (select count(*) from timeline_events t where t.case_id = s.case_id) as events,
         (select count(*) from outgoing_mails m where m.organisation_id = s.owner_org) as mails
       from surveys s left join survey_answers a on a.survey_id = s.id where s.id = $1`,
      [surveyId],
    ),
  );
const stored = async (surveyId: string) => (await api.world.sql('select * from survey_answers where survey_id = $1', [surveyId]))[0];
const turnBack = (surveyId: string, days: number) =>
  api.world.sql(`update survey_answers set first_answered_at = first_answered_at - make_interval(days => $2::int) where survey_id = $1`, [
    surveyId,
    days,
  ]);

it('asks the contact of a closed case by mail, in its language, once', async () => {
  const { id } = await feedback.surveyOf(await feedback.closedCase(town, { email: 'frage@firma.example', language: 'en' }));
  const mails = await api.world.sql('select template, recipient, language, organisation_id from outgoing_mails where ref_id = $1', [id]);
  expect(mails).toEqual([{ template: 'survey', recipient: 'frage@firma.example', language: 'en', organisation_id: town.organisation.id }]);
});

it.each([
  ['NO_CONTACT', { email: null }],
  ['NO_NOTICE', { notice: false }],
])('does not ask when there is a reason: %s', async (reason, wish) => {
  const { id, exclusion } = await feedback.surveyOf(await feedback.closedCase(town, wish));
  expect(exclusion).toBe(reason);
  expect(await api.world.sql('select id from outgoing_mails where ref_id = $1', [id])).toEqual([]);
});

it('asks the same address once in 90 days, but does not let a confidential case be guessed from that', async () => {
  const email = 'oft@firma.example';
  await feedback.closedCase(town, { email, confidential: true });
  expect((await feedback.surveyOf(await feedback.closedCase(town, { email }))).exclusion).toBeNull();
  expect((await feedback.surveyOf(await feedback.closedCase(town, { email }))).exclusion).toBe('ASKED_RECENTLY');
  const neighbour = await feedback.town(region);
  expect((await feedback.surveyOf(await feedback.closedCase(neighbour, { email }))).exclusion).toBeNull();
});

it('shows what a link is about and stores nothing, however often it is opened', async () => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  const before = await rows(id);
  for (let i = 0; i < 3; i++) {
    const { status, body } = await api.anonymous.get(`/surveys/${token}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'OPEN',
      organisation: town.organisation.name,
      company: 'Muster & Söhne <b>GmbH</b>',
      caseType: 'EXPANSION',
    });
  }
  await api.anonymous.send('HEAD', `/surveys/${token}`);
  expect(await rows(id)).toBe(before);
});

it('does not name the company of a confidential case', async () => {
  const { token } = await feedback.surveyOf(await feedback.closedCase(town, { confidential: true }));
  const { body } = await api.anonymous.get(`/surveys/${token}`);
  expect(body['company']).toBeNull();
  expect(JSON.stringify(body)).not.toContain('Muster');
});

it('stores a whole answer', async () => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  const { status, body } = await answer(token, { serviceGrade: 2, durationGrade: 3, recommend: true, comment: ' Gut! ', callBack: false });
  expect([status, body]).toEqual([200, { state: 'ANSWERED' }]);
  expect(await stored(id)).toMatchObject({ service_grade: 2, duration_grade: 3, recommend: true, comment: 'Gut!', call_back: false });
});

it('takes a form too', async () => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  const { status } = await api.anonymous.post(`/surveys/${token}/answer`, undefined, {
    raw: 'serviceGrade=3&durationGrade=&recommend=false&comment=&callBack=on',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(status).toBe(200);
  expect(await stored(id)).toMatchObject({ service_grade: 3, duration_grade: null, recommend: false, comment: null, call_back: true });
});

it('replaces the first answer within 14 days, and refuses later', async () => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  await answer(token, { serviceGrade: 3, comment: 'erst' });
  await turnBack(id, 13);
  expect((await answer(token, { serviceGrade: 1 })).body).toEqual({ state: 'REPLACED' });
  expect(await stored(id)).toMatchObject({ service_grade: 1, comment: null });
  await turnBack(id, 2);
  const late = await answer(token, { serviceGrade: 6 });
  expect([late.status, late.body['code']]).toEqual([409, 'survey.usedUp']);
  expect((await api.anonymous.get(`/surveys/${token}`)).status).toBe(409);
  expect(await stored(id)).toMatchObject({ service_grade: 1 });
});

it('refuses expired and unknown links', async () => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  await api.world.sql(`update surveys set expires_at = now() - interval '1 second' where id = $1`, [id]);
  const expired = await answer(token, { serviceGrade: 2 });
  expect([expired.status, expired.body['code']]).toEqual([410, 'survey.expired']);
  expect((await api.anonymous.get(`/surveys/${token}`)).status).toBe(410);
  expect(await stored(id)).toBeUndefined();
  const unknown = await answer('x'.repeat(32), { serviceGrade: 2 });
  expect([unknown.status, unknown.body['code']]).toEqual([404, 'survey.notFound']);
});

it.each([
  [{}, '/serviceGrade'],
  [{ serviceGrade: 0 }, '/serviceGrade'],
  [{ serviceGrade: 7 }, '/serviceGrade'],
  [{ serviceGrade: 2.5 }, '/serviceGrade'],
  [{ serviceGrade: 'gut' }, '/serviceGrade'],
  [{ serviceGrade: '2' }, '/serviceGrade'],
  [{ serviceGrade: 2, durationGrade: '3' }, '/durationGrade'],
  [{ serviceGrade: 2, callBack: 'true' }, '/callBack'],
  [{ serviceGrade: true }, '/serviceGrade'],
  [{ serviceGrade: 2, durationGrade: 9 }, '/durationGrade'],
  [{ serviceGrade: 2, comment: 'x'.repeat(4001) }, '/comment'],
  [{ serviceGrade: 2, recommend: 'vielleicht' }, '/recommend'],
  [{ serviceGrade: 2, grade: 1 }, '/grade'],
])('refuses %j', async (body, pointer) => {
  const { id, token } = await feedback.surveyOf(await feedback.closedCase(town));
  const { status, body: problem } = await answer(token, body);
  expect(status).toBe(400);
  expect((problem['errors'] as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  expect(await stored(id)).toBeUndefined();
});

it.each([
  ['a bad grade', { serviceGrade: 4 }],
  ['a wish to be called', { serviceGrade: 1, callBack: true }],
])('opens one recovery task for the lead after %s', async (_, body) => {
  const caseId = await feedback.closedCase(town);
  const { token } = await feedback.surveyOf(caseId);
  await answer(token, body);
  await answer(token, body);
  const tasks = await api.world.sql('select kind, organisation_id, assignee_id, due_on::text from follow_ups where case_id = $1', [caseId]);
  const due = addWorkingDays(berlinDay(new Date()), 3, { state: 'HE' });
  expect(tasks).toEqual([{ kind: 'RECOVERY', organisation_id: town.organisation.id, assignee_id: town.manager.userId, due_on: due }]);
});

it('shows a call-back to who calls and to the lead, and to nobody else who reads the case', async () => {
  const caseId = await feedback.closedCase(town);
  const neighbour = await feedback.town(region);
  await api.world.sql(`insert into case_access (case_id, organisation_id, source, sections) values ($1, $2, 'SHARE', '{MASTER,NOTES}')`, [
    caseId,
    neighbour.organisation.id,
  ]);
  await api.world.sql('select refresh_case($1)', [caseId]);
  await answer((await feedback.surveyOf(caseId)).token, { serviceGrade: 5 });
  const tasks = (person: TestPerson) => feedback.as(person, 'select kind from follow_ups where case_id = $1', [caseId]);
  const events = (person: TestPerson) =>
    feedback.as(person, `select kind from timeline_events where case_id = $1 and kind like 'followUp%'`, [caseId]);
  expect(await tasks(town.manager)).toEqual([{ kind: 'RECOVERY' }]);
  for (const person of [town.officer, town.liaison, neighbour.officer, neighbour.manager]) expect(await tasks(person)).toEqual([]);
  for (const person of [neighbour.officer, neighbour.manager]) expect(await events(person)).toEqual([]);
});

it('opens none after a good grade, and tells no grade in the timeline', async () => {
  const caseId = await feedback.closedCase(town);
  const { token } = await feedback.surveyOf(caseId);
  await answer(token, { serviceGrade: 3, comment: 'streng vertraulich' });
  expect(await api.world.sql('select id from follow_ups where case_id = $1', [caseId])).toEqual([]);
  const events = await api.world.sql<{ kind: string }>(
    `select * from timeline_events where case_id = $1 and section = 'FEEDBACK' order by recorded_at`,
    [caseId],
  );
  expect(events.map(({ kind }) => kind)).toEqual(['survey.created', 'survey.answered']);
  expect(JSON.stringify(events)).not.toMatch(/vertraulich|rade/);
});

it('notes an objection once and asks that person no more', async () => {
  const email = 'nie@firma.example';
  const { token } = await feedback.surveyOf(await feedback.closedCase(town, { email, confidential: true }));
  const path = `/umfrage/${token}/widerspruch`;
  expect((await api.anonymous.get(path)).status).toBe(200);
  expect((await feedback.surveyOf(await feedback.closedCase(town, { email }))).exclusion).toBeNull();
  for (let i = 0; i < 2; i++) expect((await api.anonymous.post(path)).status).toBe(200);
  expect((await feedback.surveyOf(await feedback.closedCase(town, { email }))).exclusion).toBe('OBJECTED');
  // It holds for who asked: with anybody else the reason would tell of a case they must not know, here a confidential one.
  const neighbour = await feedback.town(region);
  expect((await feedback.surveyOf(await feedback.closedCase(neighbour, { email }))).exclusion).toBeNull();
  const written = await api.world.sql('select 1 from contact_persons where email = $1 and survey_objected_on is not null', [email]);
  expect(written).toEqual([]);
});

it('credits whoever had the case for a fifth of the time as owner, and always who closed it', async () => {
  const neighbour = await feedback.town(region);
  const ids = [town.organisation.id, neighbour.organisation.id].sort();
  const half = await feedback.surveyOf(await feedback.closedCase(town, { handedTo: neighbour, heldShare: 0.5 }));
  expect([half.owner, half.credited]).toEqual([neighbour.organisation.id, ids]);
  const little = await feedback.surveyOf(await feedback.closedCase(town, { handedTo: neighbour, heldShare: 0.19 }));
  expect(little.credited).toEqual([neighbour.organisation.id]);
  const nearlyAll = await feedback.surveyOf(await feedback.closedCase(town, { handedTo: neighbour, heldShare: 0.99 }));
  expect(nearlyAll.credited).toEqual(ids);
});
