import { CasesModule } from '@lotse/cases/api';
import { MailTemplates } from '@lotse/shared/api';
import { type TestApi, testApi, type TestPerson } from '@lotse/shared/testing';
import { IntakeModule } from './intake.module';
import { anEnquiry, intakeWorld, type IntakeWorld, send } from './intake-world';

let api: TestApi;
let w: IntakeWorld;

beforeAll(async () => {
  api = await testApi([CasesModule, IntakeModule]);
  w = await intakeWorld(api);
});
afterAll(() => api.close());

interface Stored {
  id: string;
  owner_org: string;
  status: string;
  confidential: boolean;
  company_id: string;
  contact_person_id: string;
}
const caseOf = async (fileNumber: string): Promise<Stored> => {
  const [row] = await api.world.sql<Stored & Record<string, unknown>>('select * from service_cases where file_number = $1', [fileNumber]);
  if (!row) throw new Error(`no case ${fileNumber}`);
  return row;
};
const sees = async (person: TestPerson, id: string) => (await api.as(person).get(`/cases/${id}`)).status;
const counts = async () => [await count('enquiries'), await count('companies'), await count('outgoing_mails')];
const count = async (table: 'enquiries' | 'companies' | 'outgoing_mails') => {
  const where = { enquiries: 'received_by', companies: 'keeper_org', outgoing_mails: 'organisation_id' }[table];
  const [row] = await api.world.sql<{ n: number }>(`select count(*)::int as n from ${table} where ${where} = any ($1)`, [
    [w.rodgau.id, w.kreis.id, w.langen.id],
  ]);
  return row?.n ?? 0;
};

it('becomes a new case of the municipality of the place, and of nobody else', async () => {
  const enquiry = anEnquiry(w, { phone: '06106 1234', areaSqm: 1500, email: 'ERIKA.B@Firma-neu.example', language: 'en' });
  const { status, body } = await send(api, enquiry);
  expect([status, body]).toEqual([
    201,
    { fileNumber: expect.stringMatching(/-\d{4}-[\dA-Z]{4}$/), contactName: 'Lena Kontakt', organisationName: w.rodgau.name },
  ]);
  const stored = await caseOf(body.fileNumber);
  expect(stored).toMatchObject({ owner_org: w.rodgau.id, status: 'NEW', confidential: false });
  expect(await Promise.all([w.liaison, w.officer, w.stranger, w.intake].map((person) => sees(person, stored.id)))).toEqual([
    200, 200, 404, 404,
  ]);
  expect((await api.as(w.liaison).get(`/cases/${stored.id}`)).body).toMatchObject({
    officerName: 'Lena Kontakt',
    contactPersonName: 'Erika Beispiel',
    details: { areaSqm: 1500 },
    nextStepOn: expect.any(String),
  });
  const read = await api.as(w.officer).get(`/cases/${stored.id}/enquiry`);
  expect(read.body).toMatchObject({
    companyName: enquiry['companyName'],
    email: 'erika.b@firma-neu.example',
    message: 'Wir brauchen eine Halle.',
    consentVersion: '2026-11',
    consentText: expect.stringContaining('I agree'),
    contactName: 'Lena Kontakt',
  });
  expect((await api.as(w.stranger).get(`/cases/${stored.id}/enquiry`)).status).toBe(404);
  const [person] = await api.world.sql('select survey_notice_on, owner_org, language from contact_persons where id = $1', [
    stored.contact_person_id,
  ]);
  expect(person).toMatchObject({ survey_notice_on: expect.anything(), owner_org: w.rodgau.id, language: 'en' });
  const kinds = await api.world.sql<{ kind: string }>('select kind from timeline_events where case_id = $1 order by recorded_at', [
    stored.id,
  ]);
  expect(kinds.map(({ kind }) => kind)).toEqual(['case.created', 'enquiry.received']);
  const mails = await api.world.sql<{ template: string; recipient: string; language: string; ref_id: string }>(
    'select template, recipient, language, ref_id from outgoing_mails where ref_id = $1 order by template desc',
    [read.body['id']],
  );
  expect(mails.map(({ template, recipient, language }) => [template, recipient, language])).toEqual([
    ['enquiry.receipt', 'erika.b@firma-neu.example', 'en'],
    ['enquiry.news', w.liaison.email, 'de'],
  ]);
  const [receipt, news] = await Promise.all(
    mails.map((mail) => api.app.get(MailTemplates).render(mail.template, mail.ref_id, mail.language as 'de' | 'en')),
  );
  expect(receipt?.text).toContain('Lena Kontakt');
  expect(receipt?.subject).toContain(body.fileNumber);
  expect(news?.text).toContain(`/vorgaenge/${stored.id}`);
  // Neither carries a word of the form: it could be anybody's.
  for (const mail of [receipt, news]) expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Halle|Erika|Beispiel/);
});

it.each([
  ['shared by two municipalities', () => w.shared],
  ['nobody knows', () => '00000'],
  ['left out', () => undefined],
])('goes to the intake organisation with a postal code %s, until a person routes it', async (_, postalCode) => {
  const { body } = await send(api, anEnquiry(w, { postalCode: postalCode(), region: w.slug }));
  expect(body).toMatchObject({ contactName: 'Karla Kreis', organisationName: w.kreis.name });
  const { id } = await caseOf(body.fileNumber);
  expect([await sees(w.intake, id), await sees(w.liaison, id), await sees(w.stranger, id)]).toEqual([200, 404, 404]);
  const { body: suggested } = await api.as(w.intake).get(`/cases/${id}/routing-suggestion`);
  expect(suggested).toMatchObject({ ambiguous: true });
});

it('about a new site is confidential: read by the liaisons alone, with a company of its own', async () => {
  const known = anEnquiry(w);
  const first = await caseOf((await send(api, known)).body.fileNumber);
  const second = await api.world.person(w.rodgau, 'LIAISON');
  const { body } = await send(api, anEnquiry(w, { ...known, type: 'SETTLEMENT' }));
  const stored = await caseOf(body.fileNumber);
  expect(stored.confidential).toBe(true);
  expect(stored.company_id).not.toBe(first.company_id);
  expect(await Promise.all([w.liaison, second, w.officer, w.stranger].map((person) => sees(person, stored.id)))).toEqual([
    200, 200, 404, 404,
  ]);
  expect((await api.as(w.officer).get(`/cases/${stored.id}/enquiry`)).status).toBe(404);
  expect((await api.as(w.liaison).get(`/cases/${stored.id}/enquiry`)).status).toBe(200);
  const found = await api.as(w.officer).get<{ items: { companyId: string }[] }>('/cases?size=200');
  expect(found.body.items.map(({ companyId }) => companyId)).not.toContain(stored.company_id);
});

it('finds the company it came from before, and says the same as for a new one', async () => {
  const enquiry = anEnquiry(w);
  const [first, second] = [await send(api, enquiry), await send(api, enquiry)];
  expect(Object.keys(second.body)).toEqual(Object.keys(first.body));
  const [a, b] = [await caseOf(first.body.fileNumber), await caseOf(second.body.fileNumber)];
  expect([b.company_id, b.contact_person_id]).toEqual([a.company_id, a.contact_person_id]);
  const other = await caseOf((await send(api, { ...enquiry, email: 'jemand.anders@firma.example' })).body.fileNumber);
  expect(other.company_id).not.toBe(a.company_id);
});

it('of a program that fills in what people do not see is answered the same and leaves nothing', async () => {
  const before = await counts();
  const { status, body } = await send(api, anEnquiry(w, { subject: 'Great offer' }));
  expect([status, Object.keys(body).sort()]).toEqual([201, ['contactName', 'fileNumber', 'organisationName']]);
  expect(await counts()).toEqual(before);
});

it('is taken only so often from one e-mail address', async () => {
  const email = `oft-${w.sure}@firma.example`;
  const answers: number[] = [];
  for (let n = 0; n < 12; n++) answers.push((await send(api, anEnquiry(w, { email }))).status);
  expect(answers).toEqual([...Array<number>(10).fill(201), 429, 429]);
  const { body, headers } = await send(api, anEnquiry(w, { email: email.toUpperCase() }));
  expect(body).toMatchObject({ code: 'enquiry.tooMany' });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(3000);
});

it('names every faulty field, and stores nothing without consent', async () => {
  const before = await count('enquiries');
  const { status, body } = await send(
    api,
    anEnquiry(w, { type: 'PERMIT', consent: false, email: 'nein', postalCode: '1', companyName: 'A\nB', consentVersion: '1999' }),
  );
  expect([status, (body as unknown as { errors: object[] }).errors]).toEqual([
    400,
    expect.arrayContaining([
      { pointer: '/type', code: 'isIn' },
      { pointer: '/consent', code: 'equals' },
      { pointer: '/email', code: 'isEmail' },
      { pointer: '/postalCode', code: 'matches' },
      { pointer: '/companyName', code: 'invalidCharacter' },
      { pointer: '/consentVersion', code: 'isIn' },
    ]),
  ]);
  expect((await send(api, anEnquiry(w, { region: 'gibt-es-nicht' }))).body).toMatchObject({
    errors: [{ pointer: '/region', code: 'region.unknown' }],
  });
  expect(await count('enquiries')).toBe(before);
});

it('is refused where nobody is there to answer', async () => {
  const region = await api.world.region();
  const [{ slug } = { slug: '' }] = await api.world.sql<{ slug: string }>('select slug from regions where id = $1', [region.id]);
  await api.world.organisation(region, 'DISTRICT');
  expect((await send(api, anEnquiry(w, { postalCode: '00000', region: slug }))).body).toMatchObject({
    status: 503,
    code: 'enquiry.nobodyThere',
  });
});
