import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { Companies } from '../screens/companies';
import { Shell } from '../screens/shell';

test('a company that is entered twice is hinted at with the reason, and nothing is lost', async ({ enter, script }) => {
  const there = unique('Zwilling');
  await (
    await script('officer', 'seligenstadt')
  ).company(`${there} GmbH`, {
    establishments: [{ street: 'Marktplatz', houseNumber: '1', postalCode: '63500', place: 'Seligenstadt' }],
    contacts: [{ firstName: 'Petra', lastName: 'Probe', phone: '06182 870' }],
  });
  const { page } = await enter('officer', 'seligenstadt');
  await page.goto('/unternehmen/neu');
  const companies = new Companies(page);
  await companies.field('Name').fill(`${there.toUpperCase()} AG`);
  await expect(companies.duplicates).toContainText(`${there} GmbH`);
  await expect(companies.duplicates).toContainText('gleicher Name');
  await companies.field('Name').fill('Probe Ganz Anders');
  await companies.field('Vorname').fill('Petra');
  await companies.field('Nachname').fill('Probe');
  await companies.field('Telefon').fill('+49 (6182) 870');
  await expect(companies.duplicates).toContainText('gleiche Telefonnummer');
  await companies.fillAddress({ street: 'Marktplatz', houseNumber: '1', postalCode: '63500', place: 'Seligenstadt' });
  await expect(companies.duplicates).toContainText('gleiche Adresse');
  await expect(companies.field('Name')).toHaveValue('Probe Ganz Anders');
});

test('a search finds umlauts in every spelling, forgives a letter and ignores the legal form', async ({ enter, script }) => {
  const name = unique('Größenmühle');
  const rest = name.slice('Probe Größenmühle '.length);
  await (await script('officer', 'obertshausen')).company(`${name} GmbH & Co. KG`);
  const { page } = await enter('officer', 'obertshausen');
  await page.goto('/unternehmen');
  const companies = new Companies(page);
  for (const spelling of [
    name,
    `Probe Groessenmuehle ${rest}`,
    `probe grössenmühle ${rest} gmbh`,
    `Probe Grossenmuhle ${rest}`,
    `Probe Größnmühle ${rest}`,
  ]) {
    await companies.search(spelling);
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(spelling).replaceAll('%20', '(%20|\\+)')}$`));
    await expect(companies.table.getByRole('row').nth(1), spelling).toContainText(name);
  }
});

test('a postal code that decides nothing asks a person and keeps the reason', async ({ enter }) => {
  const { page, guard } = await enter('officer', 'heusenstamm');
  guard.expect(/^POST \/api\/v1\/companies 400$/);
  const name = unique('Grenzfall');
  await page.goto('/unternehmen/neu');
  const companies = new Companies(page);
  await companies.field('Name').fill(name);
  await companies.fillAddress({ street: 'Mainzer Landstraße', houseNumber: '1', postalCode: '60327', place: 'Frankfurt am Main' });
  await expect(page.getByText('Diese Postleitzahl gehört zu keiner Kommune der Region.')).toBeVisible();
  await expect(companies.field('Kommune')).toHaveValue(''); // nothing is chosen for the person, not even "outside"
  await companies.save();
  await expect(page.getByText(/sagen Sie, woher Sie es wissen/)).toBeVisible();
  await companies.field('Kommune').selectOption({ label: 'Heusenstamm' });
  await companies.field('Woher wissen Sie das?').fill('laut Anruf');
  await companies.save();
  await expect(new Shell(page).title).toHaveText(name);
  await expect(page.getByText('gewählt: laut Anruf')).toBeVisible();
});

test('a company of another region does not exist: not in the search, not by its address', async ({ enter, script }) => {
  const name = unique('Fern');
  const { id } = await (await script('officer', 'musterstadt')).company(name, { establishments: [] });
  const { page, guard } = await enter('officer', 'dreieich');
  guard.expect(/^GET \/api\/v1\/companies\/[^/]+ 404$/);
  await page.goto(`/unternehmen?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('heading', { name: 'Nichts passt zu diesem Filter' })).toBeVisible();
  await page.goto(`/unternehmen/${id}`);
  await expect(page.getByRole('heading', { name: 'Nicht gefunden' })).toBeVisible();
});
