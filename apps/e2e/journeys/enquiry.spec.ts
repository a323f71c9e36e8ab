import { CasePage } from '../screens/case-page';
import { EnquiryForm } from '../screens/enquiry';
import { Outbox } from '../screens/outbox';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { label } from '../support/words';

interface Found {
  items: { id: string; fileNumber: string }[];
}
const addressOf = (company: string): string => `${company.replaceAll(' ', '.').toLowerCase()}@probe.example`;

test('a company asks in English on a phone; its municipality answers, and no other sees it', async ({ visit, enter, script }) => {
  const company = unique('Anfrage');
  const email = addressOf(company);
  const { page } = await visit({ width: 360, height: 740, javaScript: false });
  const form = new EnquiryForm(page);
  await form.open('/anfrage');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What can we do for your company?');
  await form.fill({ type: 'Expansion at our site', company, email, postalCode: '63110', message: 'We need a second hall by summer.' });
  await form.agree();
  await form.send();
  const fileNumber = await form.fileNumber();
  expect(fileNumber).toMatch(/^OF-\d{4}-[\dA-Z]{4}$/);

  const { page: office } = await enter('admin', 'rodgau');
  const outbox = new Outbox(office);
  await outbox.open();
  const receipt = outbox.mailTo(email);
  await receipt.locator('summary').click();
  await expect(receipt).toContainText(`We have received your enquiry: ${fileNumber}`);
  await expect(receipt).toContainText('Your contact:');

  const liaison = await script('liaison', 'rodgau');
  const { items } = await liaison.get<Found>(`/cases?q=${fileNumber}`);
  const { page: desk } = await enter('liaison', 'rodgau', { language: 'en' });
  await new CasePage(desk).open(items[0]?.id ?? '');
  await new CasePage(desk).tab('Enquiry');
  await expect(desk.getByText('We need a second hall by summer.')).toBeVisible();
  await expect(desk.getByText(company).first()).toBeVisible();
  await expectAccessible(desk);

  for (const neighbour of ['langen', 'kreis-offenbach']) {
    const other = await script('liaison', neighbour);
    expect((await other.get<Found>(`/cases?q=${fileNumber}`)).items).toEqual([]);
    expect(await other.status(`/cases/${items[0]?.id}`)).toBe(404);
    expect(await other.status(`/cases/${items[0]?.id}/enquiry`)).toBe(404);
  }
});

test('a faulty form keeps everything typed and leads to the fault', async ({ visit }) => {
  const { page, guard } = await visit({ width: 320, height: 640, theme: 'dark' });
  guard.expect(/^POST \/anfrage 400$/);
  const form = new EnquiryForm(page);
  await form.open();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await form.fill({
    type: 'Ein anderes Anliegen',
    company: 'Probe Beispiel GmbH',
    email: 'erika@probe.example',
    postalCode: '6311',
    message: 'Wir suchen Rat.',
  });
  await page.locator('form').evaluate((element: HTMLFormElement) => (element.noValidate = true));
  await form.send();
  await expect(form.errors).toContainText('fünf Ziffern');
  await expect(form.errors).toContainText('Einwilligung');
  await expect(form.field('Ihre Anfrage')).toHaveValue('Wir suchen Rat.');
  await expect(form.field('Postleitzahl des Standorts')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

test('where the postal code does not decide, the Kreis gets it and offers it to a municipality that may be meant', async ({
  visit,
  enter,
  script,
}) => {
  const company = `${unique('Mehrdeutig')} GmbH`;
  const { page } = await visit();
  const form = new EnquiryForm(page);
  await form.open();
  await form.fill({
    type: 'Erweiterung am Standort',
    company,
    email: addressOf(company),
    postalCode: '63222',
    message: 'Wir bauen an.',
  });
  await form.agree();
  await form.send();
  const fileNumber = await form.fileNumber();

  const officer = await script('officer', 'kreis-offenbach');
  const { items } = await officer.get<Found>(`/cases?q=${fileNumber}`);
  const { page: desk } = await enter('officer', 'kreis-offenbach');
  const theCase = new CasePage(desk);
  await theCase.open(items[0]?.id ?? '');
  await desk.goto(`/vorgaenge/${items[0]?.id}/uebergaben?angebot=neu`);
  const dialog = desk.getByRole('dialog');
  const suggestion = dialog.getByRole('listitem').filter({ hasText: 'Gemeinde Egelsbach' });
  await expect(suggestion).toContainText('die Postleitzahl entscheidet es nicht');
  await expect(dialog.getByLabel(/^An wen\?/)).toHaveValue(''); // nothing is chosen in silence
  await suggestion.getByRole('button').click();
  await dialog.getByLabel(label('Grund', 'Reason')).selectOption({ label: 'Zuständigkeit' });
  await dialog.getByLabel(/^Nachricht an die andere Stelle/).fill('Das Unternehmen liegt in Egelsbach.');
  await dialog.getByRole('button', { name: 'Angebot senden' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const { page: receiver } = await enter('liaison', 'egelsbach', { language: 'en' });
  await receiver.goto('/uebergaben/eingang');
  await expect(receiver.getByRole('article').filter({ hasText: fileNumber })).toContainText('Das Unternehmen liegt in Egelsbach.');
});
