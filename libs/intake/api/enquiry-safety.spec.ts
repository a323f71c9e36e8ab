import { randomUUID } from 'node:crypto';
import { CasesModule } from '@lotse/cases/api';
import { CompaniesModule } from '@lotse/companies/api';
import { type TestApi, testApi } from '@lotse/shared/testing';
import { IntakeModule } from './intake.module';
import { anEnquiry, intakeWorld, type IntakeWorld, send } from './intake-world';

let api: TestApi;
let w: IntakeWorld;

beforeAll(async () => {
  api = await testApi([CasesModule, CompaniesModule, IntakeModule]);
  w = await intakeWorld(api);
});
afterAll(() => api.close());

interface Stored {
  id: string;
  company_id: string;
  contact_person_id: string;
  confidential: boolean;
}
/** The case an enquiry became. */
async function sent(enquiry: object): Promise<Stored> {
  const { body } = await send(api, enquiry);
  const [row] = await api.world.sql<Stored & Record<string, unknown>>('select * from service_cases where file_number = $1', [
    body.fileNumber,
  ]);
  if (!row) throw new Error(`no case: ${JSON.stringify(body)}`);
  return row;
}
const contact = async (id: string) => (await api.world.sql('select * from contact_persons where id = $1', [id]))[0];
const readers = (companyId: string) =>
  Promise.all([w.officer, w.stranger].map(async (person) => (await api.as(person).get(`/companies/${companyId}`)).status));
const counted = async (email: string) => {
  const [row] = await api.world.sql<{ count: number }>(
    `select count from enquiry_counts where key_hash = sha256(convert_to('enquiry email:' || $1, 'UTF8'))`,
    [email],
  );
  return row?.count;
};

it.each([
  ['Erika Musterfrau', null, true, [200, 404]],
  ['Blumen Musterfrau e. K.', 'e.K.', true, [200, 404]],
  ['Musterfrau Beispielwerk GmbH', 'GmbH', false, [200, 404]],
])('keeps "%s" where its people are natural persons', async (name, legalForm, isNaturalPerson, statuses) => {
  const { company_id } = await sent(anEnquiry(w, { companyName: name }));
  const [row] = await api.world.sql('select legal_form, is_natural_person from companies where id = $1', [company_id]);
  expect(row).toEqual({ legal_form: legalForm, is_natural_person: isNaturalPerson });
  expect(await readers(company_id)).toEqual(statuses);
});

it('keeps a company that is new to Lotse from other organisations until somebody works on its enquiry', async () => {
  const name = `Neuling ${randomUUID().slice(0, 8)} GmbH`;
  const stored = await sent(anEnquiry(w, { companyName: name }));
  const client = api.as(w.stranger);
  const doors = async () => [
    (await client.get(`/companies/${stored.company_id}`)).status,
    (await client.get<{ total: number }>(`/companies?q=${encodeURIComponent(name)}`)).body.total,
    JSON.stringify((await client.get(`/companies/duplicates?name=${encodeURIComponent(name)}`)).body).includes(stored.company_id),
    (await client.post('/cases', { type: 'OTHER', title: 'Eigener', companyId: stored.company_id })).status === 201,
  ];
  expect(await doors()).toEqual([404, 0, false, false]);
  expect((await api.as(w.officer).get(`/companies/${stored.company_id}`)).status).toBe(200);
  expect((await api.as(w.officer).get(`/cases/${stored.id}/enquiry`)).body).toMatchObject({ companyUntaken: true });
  // A second enquiry of the same company to somebody else does not find it either.
  expect(await sent(anEnquiry(w, { companyName: name, postalCode: '00000', region: w.slug }))).not.toMatchObject({
    company_id: stored.company_id,
  });
  await api.as(w.officer).put(`/cases/${stored.id}/status`, { status: 'IN_PROGRESS' }, { version: 1 });
  expect(await doors()).toEqual([200, 1, true, true]);
  expect((await api.as(w.officer).get(`/cases/${stored.id}/enquiry`)).body).toMatchObject({ companyUntaken: false });
});

it('shows a company that wants to move to the liaisons alone, unless it is known anyway', async () => {
  const unknown = await sent(anEnquiry(w, { type: 'RELOCATION' }));
  expect(unknown.confidential).toBe(true);
  expect(await readers(unknown.company_id)).toEqual([404, 404]);
  expect((await api.as(w.liaison).get(`/cases/${unknown.id}`)).status).toBe(200);
  const known = anEnquiry(w);
  const before = await sent(known);
  expect(await sent({ ...known, type: 'RELOCATION' })).toMatchObject({ company_id: before.company_id, confidential: false });
});

it('never changes a contact person: what differs is an entry of its own', async () => {
  const enquiry = anEnquiry(w, { phone: '06106 1111' });
  const first = await sent(enquiry);
  await api.world.sql('update contact_persons set survey_notice_on = null, position = $2 where id = $1', [
    first.contact_person_id,
    'Leitung',
  ]);
  const kept = await contact(first.contact_person_id);
  const second = await sent(enquiry);
  expect(second.company_id).toBe(first.company_id);
  expect(second.contact_person_id).not.toBe(first.contact_person_id);
  expect(await contact(first.contact_person_id)).toEqual(kept);
  expect(await contact(second.contact_person_id)).toMatchObject({ owner_org: w.rodgau.id, survey_notice_on: expect.anything() });
  expect((await sent(enquiry)).contact_person_id).toBe(second.contact_person_id);
  const other = await sent({ ...enquiry, phone: '06106 2222' });
  expect([first.contact_person_id, second.contact_person_id]).not.toContain(other.contact_person_id);
});

it('does not undo an objection to surveys', async () => {
  const enquiry = anEnquiry(w);
  const first = await sent(enquiry);
  await api.world.sql('update contact_persons set survey_objected_on = today_in_berlin() where id = $1', [first.contact_person_id]);
  const { contact_person_id } = await sent({ ...enquiry, firstName: 'Erna' });
  expect(contact_person_id).not.toBe(first.contact_person_id);
  expect(await contact(contact_person_id)).toMatchObject({ survey_objected_on: expect.anything() });
});

it('counts a mailbox once, whatever follows the plus sign', async () => {
  const answers: number[] = [];
  for (let n = 0; n < 11; n++)
    answers.push((await send(api, anEnquiry(w, { email: `Plus${n % 2 ? `+${n}` : ''}@${w.sure}.example` }))).status);
  expect(answers).toEqual([...Array<number>(10).fill(201), 429]);
  expect(await counted(`plus@${w.sure}.example`)).toBe(11);
});

it('counts programs, and what is refused', async () => {
  const email = `zaehler@${w.sure}.example`;
  expect((await send(api, anEnquiry(w, { email, subject: 'Offer' }))).status).toBe(201);
  expect((await send(api, anEnquiry(w, { email, region: 'gibt-es-nicht' }))).status).toBe(400);
  expect(await counted(email)).toBe(2);
  await api.world.sql(`update enquiry_counts set count = 10 where key_hash = sha256(convert_to('enquiry email:' || $1, 'UTF8'))`, [email]);
  expect((await send(api, anEnquiry(w, { email, subject: 'Offer' }))).status).toBe(429);
  expect((await send(api, anEnquiry(w, { email }))).status).toBe(429);
  expect(await counted(email)).toBe(12);
});

it('gives one organisation only so many', async () => {
  await send(api, anEnquiry(w));
  const key = `sha256(convert_to('enquiry organisation:' || $1::text, 'UTF8'))`;
  await api.world.sql(`update enquiry_counts set count = 240 where key_hash = ${key}`, [w.rodgau.id]);
  const { status, body, headers } = await send(api, anEnquiry(w));
  expect([status, body]).toEqual([429, expect.objectContaining({ code: 'enquiry.tooMany' })]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(3000);
  expect((await send(api, anEnquiry(w, { postalCode: '00000', region: w.slug }))).status).toBe(201);
});
