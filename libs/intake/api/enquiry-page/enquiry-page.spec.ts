import { type TestAnswer, type TestApi, testApi } from '@lotse/shared/testing';
import { FILL_TIME, FormSeal } from '../form-seal';
import { IntakeModule } from '../intake.module';
import { anEnquiry, intakeWorld, type IntakeWorld } from '../intake-world';

let api: TestApi;
let w: IntakeWorld;

beforeAll(async () => {
  api = await testApi([IntakeModule]);
  w = await intakeWorld(api);
});
afterAll(() => api.close());

const seal = (age: number = FILL_TIME.least) => api.app.get(FormSeal).seal(Date.now() - age);
const form = (fields: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(fields).map(([k, v]): [string, string] => [k, String(v)]));
const post = (fields: Record<string, unknown>, path = '/anfrage'): Promise<TestAnswer<string>> =>
  api.anonymous.post(path, undefined, {
    raw: form({ opened: seal(), ...fields }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const enquiriesOf = async (email: unknown) => api.world.sql('select * from enquiries where email = $1', [email]);

it('is one small page without scripts and cookies, German or English', async () => {
  const { status, body, headers } = await api.anonymous.get<string>('/anfrage?utm_source=x');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('set-cookie')).toBeNull();
  expect(body.length).toBeLessThan(20_000);
  expect(body).toContain('<html lang="de">');
  expect(body).not.toMatch(/<script| on\w+=|javascript:|https?:\/\/(?!www\.w3)/i);
  for (const path of ['/enquiry', '/anfrage?lang=en'])
    expect((await api.anonymous.get<string>(path)).body).toContain('What can we do for your company?');
});

it('takes an enquiry and tells number and contact', async () => {
  const enquiry = anEnquiry(w, { areaSqm: '1.500 m²' });
  const { status, body } = await post(enquiry, `/enquiry?region=${w.slug}`);
  expect(status).toBe(200);
  expect(body).toContain('Your enquiry has arrived');
  expect(body).toContain('Lena Kontakt');
  expect(await enquiriesOf(enquiry['email'])).toMatchObject([{ language: 'en', area_sqm: 1500, consent_version: '2026-11' }]);
});

it('keeps everything typed and names every fault', async () => {
  const { consent: _, ...enquiry } = anEnquiry(w, { postalCode: '6311', message: 'Halle <b>"2"</b>', companyName: '"><script>' });
  const { status, body } = await post(enquiry);
  expect(status).toBe(400);
  expect(body).toContain('href="#postalCode"');
  expect(body).toContain('href="#consent"');
  expect(body).toMatch(/value="6311"\s[^>]*aria-invalid="true"/);
  expect(body).toContain('Halle &lt;b&gt;&quot;2&quot;&lt;/b&gt;');
  expect(body).toMatch(/value="EXPANSION"\s+required\s+checked/);
  expect(body).not.toContain('<script');
  expect(await enquiriesOf(enquiry['email'])).toEqual([]);
});

it.each([
  ['without a seal', () => ''],
  ['with a forged one', () => `${Date.now().toString(36)}.aaaaaaaaaaaaaaaaaaaaaa`],
  ['of the day before yesterday', () => seal(FILL_TIME.most + 1)],
])('asks once more for a form %s', async (_, opened) => {
  const enquiry = anEnquiry(w, { opened: opened() });
  const { status, body } = await post(enquiry);
  expect([status, body.includes('zu lange offen'), body.includes('Wir brauchen eine Halle.')]).toEqual([400, true, true]);
  expect(await enquiriesOf(enquiry['email'])).toEqual([]);
});

it('lets nobody be faster than a person', async () => {
  const began = Date.now();
  const { status } = await post(anEnquiry(w, { opened: seal(FILL_TIME.least - 600) }));
  expect(status).toBe(200);
  expect(Date.now() - began).toBeGreaterThanOrEqual(590);
});

it('answers a program that fills in the hidden field as if all were well', async () => {
  const enquiry = anEnquiry(w, { subject: 'Casino' });
  expect((await post(enquiry)).body).toContain('Ihre Anfrage ist angekommen');
  expect(await enquiriesOf(enquiry['email'])).toEqual([]);
});

it('takes an enquiry also by a link with a region nobody knows', async () => {
  const enquiry = anEnquiry(w);
  expect((await post(enquiry, '/anfrage?region=alter-name')).status).toBe(200);
  expect(await enquiriesOf(enquiry['email'])).toHaveLength(1);
});

it('says so when too many came, and keeps what was typed', async () => {
  const enquiry = anEnquiry(w);
  await api.world.sql(`insert into enquiry_counts (key_hash, count) values (sha256(convert_to('enquiry email:' || $1, 'UTF8')), 10)`, [
    enquiry['email'],
  ]);
  const { status, body } = await post(enquiry);
  expect([status, body.includes('in einer Stunde'), body.includes('Wir brauchen eine Halle.')]).toEqual([429, true, true]);
});
