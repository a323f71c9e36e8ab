import { Shell } from '../screens/shell';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('the data protection officer starts with the log, narrows it, and the address keeps the view', async ({ enter, script }) => {
  const admin = await script('admin', 'kreis-offenbach');
  const name = unique('Eingeladen');
  await admin.post('/people/invitations', { email: `${name.replaceAll(' ', '.').toLowerCase()}@probe.example`, name, roles: ['OFFICER'] });

  const { page } = await enter('dpo', 'kreis-offenbach');
  await page.goto('/');
  await expect(new Shell(page).title).toHaveText('Protokoll');
  expect(new URL(page.url()).pathname).toBe('/administration/protokoll');
  await expect(new Shell(page).navigation.getByRole('link')).toHaveText(['Protokoll']);

  await page.getByRole('button', { name: 'Ereignis: Alle Ereignisse' }).click();
  await page.getByRole('menuitemradio', { name: 'Person eingeladen' }).click();
  await page.getByRole('button', { name: 'Zeitraum: Gesamter Zeitraum' }).click();
  await page.getByRole('menuitemradio', { name: 'Heute' }).click();
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toContainText('Rollen: Wirtschaftsförderung');
  for (const row of await rows.all()) await expect(row).toContainText('Person eingeladen');
  await expect(page).toHaveURL(/zeitraum=heute/);
  await page.reload();
  await expect(rows.first()).toContainText('Person eingeladen');

  await page.getByRole('button', { name: 'Person: Alle Personen' }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await expect(page).toHaveURL(/person=/);
  await page.getByRole('button', { name: 'Zurücksetzen', exact: true }).click();
  await expect(page).toHaveURL(/protokoll$/);
});
