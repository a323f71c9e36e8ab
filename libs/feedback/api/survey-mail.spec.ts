import { MailTemplates } from '@lotse/shared/api';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { FeedbackModule } from './feedback.module';
import { FeedbackWorld } from './feedback-world';

let api: TestApi;
let feedback: FeedbackWorld;

beforeAll(async () => {
  api = await testApi([FeedbackModule]);
  feedback = new FeedbackWorld(api);
});
afterAll(() => api.close());

const LINE = '\r\n\r\nhttps://evil.example/\u2028\u202e\x1b[2J';
/** The names as they could have been stored before texts were checked. */
const STORED = { organisation: `Stadt${LINE}`, company: `Muster${LINE}GmbH`, firstName: `Erika${LINE}`, lastName: 'Beispiel\n' };

it.each(['de', 'en'] as const)('keeps every name on its line, also one that was stored with line breaks (%s)', async (language) => {
  const town = await feedback.town(await api.world.region());
  const { id } = await feedback.surveyOf(await feedback.closedCase(town));
  const write = async () => (await api.app.get(MailTemplates).render('survey', id, language)) ?? { subject: '', text: '' };
  const before = await write();

  await api.world.sql('update organisations set name = $2 where id = $1', [town.organisation.id, STORED.organisation]);
  await api.world.sql(
    `update companies k set name = $2 from service_cases c, surveys s where s.id = $1 and c.id = s.case_id and k.id = c.company_id`,
    [id, STORED.company],
  );
  await api.world.sql(
    'update contact_persons p set first_name = $2, last_name = $3 from surveys s where s.id = $1 and p.id = s.contact_person_id',
    [id, STORED.firstName, STORED.lastName],
  );
  const after = await write();

  expect(after.text).toContain('Erika https://evil.example/ [2J Beispiel');
  expect(after.text).toContain('Muster https://evil.example/ [2JGmbH');
  expect(after.text.split('\n')).toHaveLength(before.text.split('\n').length);
  expect(after.subject).toContain('Stadt https://evil.example/ [2J');
  expect(`${after.subject}${after.text.replaceAll('\n', '')}`).not.toMatch(/[\p{Cc}\u2028\u202e]/u);
});
