import { pdf } from '../support/pdf';
import { unique, type Script } from '../support/script';
import { expect, test } from '../support/test';
import { either, label } from '../support/words';

interface Organisation {
  id: string;
  slug: string;
  name: string;
}

/** A settlement with a need, opened by the officer of an organisation. */
async function settlement(sender: Script): Promise<{ id: string; company: string }> {
  const company = await sender.company(unique('Geheimrat'));
  const { id } = await sender.post<{ id: string }>('/cases', {
    type: 'SETTLEMENT',
    title: unique('Ansiedlung'),
    companyId: company.id,
    details: { areaSqm: 1800, useClass: 'GE', tenure: 'BUY' },
  });
  return { id, company: company.name };
}

const organisations = async (sender: Script) => (await sender.get<{ items: Organisation[] }>('/organisations')).items;

test('a district asks two municipalities at once; both answer, neither sees the other, and each learns its own result', async ({
  enter,
  script,
}) => {
  const sender = await script('officer', 'kreis-offenbach');
  const { id, company } = await settlement(sender);
  const name = unique('Projekt');
  const asked = (await organisations(sender)).filter(({ slug }) => ['dreieich', 'roedermark'].includes(slug));

  const { page } = await enter('officer', 'kreis-offenbach');
  await page.goto(`/vorgaenge/${id}/flaechenabfrage`);
  await page.getByRole('button', { name: 'Kommunen anfragen' }).click();
  await page.getByLabel('Bezeichnung').fill(name);
  await expect(page.getByLabel('Fläche mindestens (m²)')).toHaveValue('1800');
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  for (const { name: town } of asked) await page.getByRole('checkbox', { name: town }).check();
  await expect(page.getByRole('region', { name: 'Das sehen die Angefragten' })).not.toContainText(company);
  await page.getByRole('button', { name: 'An 2 Stellen zugleich senden' }).click();
  await expect(page.getByText('0 von 2 haben geantwortet')).toBeVisible();

  for (const [town, site, price, language] of [
    ['dreieich', 'Am Bahnhof 3', '145,50', 'de'],
    ['roedermark', 'Hafenstraße 9', '145.50', 'en'],
  ] as const) {
    const { page: at } = await enter('liaison', town, { language });
    await at.goto('/flaechenabfragen');
    await at.getByRole('link', { name }).click();
    await expect(at.getByText(/(noch 5 Arbeitstage|5 working days left)/)).toBeVisible();
    await at.getByLabel(label('Fläche', 'Site')).fill(site);
    await at.getByLabel(label('Größe (m²)', 'Size (m²)')).fill(language === 'de' ? '1.800' : '1,800');
    await at.getByLabel(label('Preis je m² (€)', 'Price per m² (€)')).fill(price);
    if (town === 'dreieich')
      await at.getByLabel(/^\s*Exposé/).setInputFiles({ name: 'Bahnhof.pdf', mimeType: 'application/pdf', buffer: pdf('Am Bahnhof 3') });
    await at.getByRole('button', { name: either('Antwort senden', 'Send answer') }).click();
    await expect(at.getByText(either('Ihre Antwort ist gespeichert.', 'Your answer is saved.'))).toBeVisible();
    await expect(at.getByLabel(label('Preis je m² (€)', 'Price per m² (€)'))).toHaveValue(price);
    await expect(at.getByRole('main')).not.toContainText(site === 'Am Bahnhof 3' ? 'Hafenstraße 9' : 'Am Bahnhof 3');
  }

  await page.goto(`/vorgaenge/${id}/flaechenabfrage`);
  await expect(page.getByText('2 von 2 haben geantwortet')).toBeVisible();
  await expect(page.getByText('Hafenstraße 9')).toBeVisible();
  for (const [link, name] of [
    ['Bahnhof.pdf', 'Bahnhof.pdf'],
    ['Angebote als PDF', 'Angebote.pdf'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
  await page.getByRole('button', { name: 'Entscheiden' }).click();
  await page
    .getByLabel(/Für welches Angebot/)
    .selectOption({ label: `${asked.find(({ slug }) => slug === 'dreieich')?.name}: Am Bahnhof 3` });
  await page.getByRole('button', { name: 'Entscheiden' }).click();
  await expect(page.getByText('ausgewählt', { exact: true })).toBeVisible();

  const { page: loser } = await enter('liaison', 'roedermark', { language: 'en' });
  await loser.goto('/flaechenabfragen');
  await loser.getByRole('link', { name }).click();
  await expect(loser.getByText('Your offer was not chosen.')).toBeVisible();
  for (const hidden of ['Am Bahnhof 3', 'Bahnhof.pdf']) await expect(loser.getByRole('main')).not.toContainText(hidden);
});

test('a municipality that asks sees that it is sealed and why, until the time is over', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const { id } = await settlement(sender);
  const [egelsbach] = (await organisations(sender)).filter(({ slug }) => slug === 'egelsbach');
  const sent = await sender.post<{ id: string }>(`/cases/${id}/distributions`, {
    organisationIds: [egelsbach?.id],
    profile: { areaMin: 900 },
  });
  await (
    await script('liaison', 'egelsbach')
  ).post(`/distributions/${sent.id}/answer`, { answer: 'OFFER', site: 'Verdeckter Weg 1', areaSqm: 950 });
  const { page } = await enter('officer', 'langen');
  await page.goto(`/vorgaenge/${id}/flaechenabfrage`);
  await expect(page.getByText('1 angefragt')).toBeVisible();
  await expect(page.getByText(/haben geantwortet/)).toHaveCount(0);
  await expect(page.getByText('versiegelt', { exact: true })).toBeVisible();
  await expect(page.getByText(/könnte mitbieten/)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Verdeckter Weg');
  await expect(page.getByRole('button', { name: 'Entscheiden' })).toHaveCount(0);
});
