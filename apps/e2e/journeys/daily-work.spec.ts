import { Bulk } from '../screens/bulk';
import { CasePage } from '../screens/case-page';
import { Cases } from '../screens/cases';
import { Shell } from '../screens/shell';
import { tabTo } from '../support/keyboard';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('by keyboard alone two cases without a next step get one, and lose it again; a muted case stays quiet, the mail has its hour', async ({
  enter,
  script,
}) => {
  const writer = await script('officer', 'muehlheim');
  const company = await writer.company(unique('Alltag'));
  const [first, second, planned] = [unique('Erster'), unique('Zweiter'), unique('Geplant')];
  const { id } = await writer.openCase(company.id, first);
  const other = await writer.openCase(company.id, second);
  await writer.openCase(company.id, planned, { nextStep: 'Anrufen' });
  const step = unique('Ortstermin');

  const { page: colleague } = await enter('liaison', 'muehlheim', { language: 'en' });
  await new CasePage(colleague).open(id);
  await expect(new CasePage(colleague).title).toHaveText(first);

  const { page } = await enter('officer', 'muehlheim');
  const [list, bulk] = [new Cases(page), new Bulk(page)];
  const press = async (target: ReturnType<typeof page.getByRole>, key = 'Enter'): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press(key);
  };
  await list.open(`?q=${encodeURIComponent(company.name)}`);
  await expect(list.row(planned)).toBeVisible();
  await press(page.getByRole('button', { name: /^Nächster Schritt:/ }));
  await expect(page.getByRole('menuitemradio').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/step=without/);
  await expect(list.row(planned)).toHaveCount(0);
  for (const title of [first, second]) await press(bulk.mark(title), 'Space');
  await press(bulk.open);
  await tabTo(page, bulk.what());
  await page.keyboard.press('ArrowDown');
  await expect(bulk.what()).toHaveValue('NEXT_STEP');
  await tabTo(page, bulk.nextStep());
  await page.keyboard.type(step);
  await page.keyboard.press('Tab');
  await page.keyboard.type('in 1 Woche');
  await expect(bulk.dialog).toContainText('2 Vorgänge');
  await page.keyboard.press('Enter');
  await expect(bulk.dialog).toHaveCount(0);
  for (const title of [first, second]) await expect(list.row(title)).toHaveCount(0);
  await expect(colleague.getByRole('main')).toContainText(step);
  await page.keyboard.press('Control+z');
  for (const title of [first, second]) await expect(list.row(title)).toBeVisible();
  await expect(colleague.locator('lotse-case-page .next')).not.toContainText(step);

  await list.row(first).press('Enter');
  await page.getByRole('button', { name: 'Stummschalten' }).click();
  await expect(page.getByRole('button', { name: 'Stummschalten' })).toHaveAttribute('aria-pressed', 'true');
  const liaison = await script('liaison', 'muehlheim');
  for (const caseId of [id, other.id]) await liaison.move(caseId, { status: 'IN_PROGRESS' });
  await page.goto('/mitteilungen');
  await expect(page.getByRole('listitem').filter({ hasText: second })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: first })).toHaveCount(0);

  await page.goto('/konto');
  const hour = page.getByLabel('Uhrzeit');
  await hour.selectOption('07:30');
  await expect(new Shell(page).toast).toContainText('07:30');
  await page.reload();
  await expect(hour).toHaveValue('07:30');
  await hour.selectOption(''); // others use the account
  await expect(hour).toHaveValue('');
});
