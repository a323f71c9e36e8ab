import { unique, type Script } from '../support/script';
import { expect, test } from '../support/test';

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

  for (const [town, site] of [
    ['dreieich', 'Am Bahnhof 3'],
    ['roedermark', 'Hafenstraße 9'],
  ] as const) {
    const { page: at } = await enter('liaison', town);
    await at.goto('/flaechenabfragen');
    await at.getByRole('link', { name }).click();
    await expect(at.getByText(/noch 5 Arbeitstage/)).toBeVisible();
    await at.getByLabel('Fläche', { exact: true }).fill(site);
    await at.getByLabel('Größe (m²)').fill('1.800');
    await at.getByLabel(/^Preis je m²/).fill('145,50');
    await at.getByRole('button', { name: 'Antwort senden' }).click();
    await expect(at.getByText('Ihre Antwort ist gespeichert.')).toBeVisible();
    await expect(at.getByRole('main')).not.toContainText(site === 'Am Bahnhof 3' ? 'Hafenstraße 9' : 'Am Bahnhof 3');
  }

  await page.goto(`/vorgaenge/${id}/flaechenabfrage`);
  await expect(page.getByText('2 von 2 haben geantwortet')).toBeVisible();
  await expect(page.getByText('Hafenstraße 9')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Angebote als PDF' }).click();
  expect((await download).suggestedFilename()).toBe('Angebote.pdf');
  await page.getByRole('button', { name: 'Entscheiden' }).click();
  await page
    .getByLabel(/Für welches Angebot/)
    .selectOption({ label: `${asked.find(({ slug }) => slug === 'dreieich')?.name}: Am Bahnhof 3` });
  await page.getByRole('button', { name: 'Entscheiden' }).click();
  await expect(page.getByText('ausgewählt', { exact: true })).toBeVisible();

  const { page: loser } = await enter('liaison', 'roedermark');
  await loser.goto('/flaechenabfragen');
  await loser.getByRole('link', { name }).click();
  await expect(loser.getByText('Ihr Angebot wurde nicht ausgewählt.')).toBeVisible();
  await expect(loser.getByRole('main')).not.toContainText('Am Bahnhof 3');
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
