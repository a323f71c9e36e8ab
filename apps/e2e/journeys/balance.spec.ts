import { Balance } from '../screens/balance';
import { CasePage } from '../screens/case-page';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('a figure of the balance leads to exactly its rows, and the bar of a case says who held it', async ({ enter, script }) => {
  const sender = await script('officer', 'seligenstadt');
  const receiver = await script('officer', 'hainburg');
  const company = await sender.company(unique('Bilanz'));
  const titles = [unique('Abgelehnt'), unique('Angenommen'), unique('Offen')];
  const cases = [];
  for (const title of titles) {
    const opened = await sender.openCase(company.id, title);
    cases.push({ ...opened, handover: (await sender.offer(opened.id, 'hainburg')).id });
  }
  const [declined, accepted, open] = cases;
  const words = unique('Absage');
  await receiver.post(`/handovers/${declined?.handover}/decline`, { reasonCode: 'INCOMPLETE', note: words });
  await receiver.post(`/handovers/${accepted?.handover}/accept`, {});

  const { page } = await enter('liaison', 'hainburg');
  const balance = new Balance(page);
  await balance.open();
  const count = await balance.count('Angaben unvollständig');
  expect(count).toBeGreaterThan(0);
  await balance.figure('Angaben unvollständig').click();
  await expect(balance.rows().filter({ hasText: words })).toBeVisible();
  await expect(balance.rows()).toHaveCount(count);
  for (const other of [accepted, open]) await expect(page.getByRole('main')).not.toContainText(other?.fileNumber ?? '');
  await page.goBack();
  await balance.figure('noch offen').click();
  await expect(balance.rows().filter({ hasText: open?.title ?? '' })).toBeVisible();
  await expect(balance.rows().filter({ hasText: accepted?.title ?? '' })).toHaveCount(0);

  const { page: there } = await enter('officer', 'hainburg', { language: 'en' });
  await new CasePage(there).open(accepted?.id ?? '');
  await new CasePage(there).tab('Accountability');
  const rows = there.getByRole('table').locator('tbody tr');
  await expect(rows.first()).toContainText('Seligenstadt');
  await expect(rows.last()).toContainText('Hainburg');
  await receiver.move(accepted?.id ?? '', { status: 'WAITING', waitingFor: 'APPLICANT' });
  await expect(rows.last()).toContainText('Waits for the company'); // without a reload
  await expect(there.locator('lotse-case-accountability .bar .part')).toHaveCount(await rows.count());
});
