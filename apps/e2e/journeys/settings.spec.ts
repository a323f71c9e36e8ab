import { expect, test } from '../support/test';
import { Companies } from '../screens/companies';
import { Shell } from '../screens/shell';

test('switching the language translates the page in place and keeps what was typed', async ({ enter }) => {
  const { page } = await enter('officer', 'mainhausen');
  await page.goto('/unternehmen/neu');
  const companies = new Companies(page);
  await companies.field('Name').fill('Probe Sprachwechsel');
  await companies.field('Straße').fill('Rheinstraße');
  await new Shell(page).choose('English');
  await expect(new Shell(page).title).toHaveText('Enter a company');
  await expect(companies.field('Name')).toHaveValue('Probe Sprachwechsel');
  await expect(companies.field('Street')).toHaveValue('Rheinstraße');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(new Shell(page).title).toHaveText('Enter a company');
  await new Shell(page).choose('Deutsch'); // the account remembers it, and others use the account
});

test('dark and light are chosen by hand or follow the system, and survive a reload without a flash', async ({ enter }) => {
  const { page } = await enter('officer', 'mainhausen', { theme: 'dark' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto('/unternehmen');
  await expect(new Shell(page).title).toBeVisible();
  const dark = await background();
  await new Shell(page).choose('Hell');
  await expect.poll(background).not.toBe(dark);
  const light = await background();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.body !== null && document.documentElement.dataset['kernTheme'] === 'light');
  await expect(new Shell(page).title).toBeVisible();
  expect(await background()).toBe(light);
  await new Shell(page).choose('Wie das System');
  await expect.poll(background).toBe(dark);
});
