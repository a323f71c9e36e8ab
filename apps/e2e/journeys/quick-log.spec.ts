import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { QuickLog } from '../screens/quick-log';
import { Shell } from '../screens/shell';

test('a call is logged by keys alone, from anywhere, with three fields', async ({ enter, script }) => {
  const name = unique('Anruf');
  const { id } = await (await script('officer', 'muehlheim')).company(name);
  const { page } = await enter('officer', 'muehlheim');
  await page.goto('/uebergaben');
  await expect(new Shell(page).title).toBeVisible();

  const log = new QuickLog(page);
  await log.open();
  await expect(log.company()).toBeFocused();
  await page.keyboard.type(name.toLowerCase());
  await expect(log.hit(name)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(log.company()).toHaveValue(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fragt nach einer Halle für den Winter.');
  await page.keyboard.press('Control+Enter');
  await expect(new Shell(page).toast).toContainText(`Kontakt mit ${name} gespeichert.`);

  await page.goto(`/unternehmen/${id}/kontakte`);
  await expect(page.getByText('Fragt nach einer Halle für den Winter.')).toBeVisible();
});

test('a telephone number pasted in any notation finds the company', async ({ enter, script }) => {
  const name = unique('Rückruf');
  const phone = `06108 ${(Date.now() % 1_000_000_000) + 1_000_000_000}`.slice(0, 14);
  await (await script('officer', 'muehlheim')).company(name, { contacts: [{ firstName: 'Petra', lastName: 'Probe', phone }] });
  const { page } = await enter('officer', 'muehlheim');
  await page.goto('/unternehmen');
  const log = new QuickLog(page);
  await log.open();
  await log.company().fill(`+49 (0) ${phone.slice(1, 5)} / ${phone.slice(6, 9)} ${phone.slice(9)}`);
  await expect(log.hit(name)).toBeVisible();
});
