import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { Handovers } from '../screens/handovers';

const inBerlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

test('who is away names a deputy, who decides the offers meanwhile', async ({ enter, script }) => {
  const today = inBerlin.format(new Date());
  const { page } = await enter('liaison', 'neu-isenburg');
  await page.goto('/konto');
  await page.getByRole('link', { name: 'Abwesenheit und Vertretung' }).click();
  await page.getByLabel('Erster Tag').fill(today);
  await page.getByLabel('Letzter Tag').fill(today);
  const deputies = page.getByRole('combobox', { name: 'Vertretung' });
  await deputies.selectOption({ label: (await deputies.getByRole('option', { name: 'Neu-Isenburg' }).first().textContent()) ?? '' });
  await page.getByRole('button', { name: 'Eintragen' }).click();
  const row = page.getByRole('row').filter({ hasText: 'gerade abwesend' });
  await expect(row).toBeVisible();

  const sender = await script('officer', 'langen');
  const title = unique('Vertretung');
  const opened = await sender.openCase((await sender.company(unique('Absender'))).id, title, { confidential: true });
  await sender.offer(opened.id, 'neu-isenburg');
  const deputy = await enter('officer', 'neu-isenburg', { language: 'en' });
  const inbox = new Handovers(deputy.page);
  await inbox.open();
  await inbox.accept(title);
  await expect(deputy.page.getByText('Accepted. The case is now with your organisation.')).toBeVisible();

  await row.getByRole('button', { name: 'Beenden' }).click();
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('button', { name: 'Beenden' }).click();
  await expect(row).toHaveCount(0);
});
