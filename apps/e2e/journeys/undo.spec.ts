import { CasePage } from '../screens/case-page';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('a slip is taken back by keyboard within ten seconds', async ({ enter, script }) => {
  const writer = await script('officer', 'dietzenbach');
  const { id } = await writer.openCase((await writer.company(unique('Versehen'))).id, unique('Versehen'));
  const { page } = await enter('officer', 'dietzenbach');
  await new CasePage(page).open(id);
  await page.getByRole('button', { name: 'Status ändern' }).click();
  await page.getByRole('menuitem', { name: 'In Bearbeitung nehmen' }).click();
  const offer = page.getByRole('button', { name: /Rückgängig/ });
  await expect(offer).toContainText(/\d+ s/);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Rückgängig gemacht.')).toBeVisible();
  await expect(offer).toHaveCount(0);
  expect((await writer.get<{ status: string }>(`/cases/${id}`)).status).toBe('NEW');
  await expect(page.getByText('(rückgängig gemacht)').first()).toBeVisible();
});

test('what a colleague changed meanwhile is not taken back', async ({ enter, script }) => {
  const writer = await script('officer', 'dietzenbach');
  const colleague = await script('liaison', 'dietzenbach');
  const { id } = await writer.openCase((await writer.company(unique('Meanwhile'))).id, unique('Inzwischen'));
  const { page, guard } = await enter('officer', 'dietzenbach');
  guard.expect(/^POST \/api\/v1\/undo\/[^/]+ 412$/);
  await new CasePage(page).open(id);
  await page.getByRole('button', { name: 'Status ändern' }).click();
  await page.getByRole('menuitem', { name: 'In Bearbeitung nehmen' }).click();
  const offer = page.getByRole('button', { name: /Rückgängig/ });
  await expect(offer).toBeVisible();
  await colleague.move(id, { status: 'WAITING', waitingFor: 'APPLICANT' });
  await offer.click();
  await expect(page.getByText('Nicht rückgängig gemacht: Inzwischen hat jemand anderes etwas geändert.')).toBeVisible();
  expect((await writer.get<{ status: string }>(`/cases/${id}`)).status).toBe('WAITING');
});

test('a case entered twice goes to the bin, and a colleague brings it back', async ({ enter, script }) => {
  const writer = await script('officer', 'dietzenbach');
  const title = unique('Doppelt');
  const { id } = await writer.openCase((await writer.company(unique('Papier'))).id, title);
  const { page } = await enter('officer', 'dietzenbach');
  await new CasePage(page).open(id);
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Vorgang löschen' }).click();
  await page.getByLabel('Warum?').fill('Doppelt angelegt');
  await page.getByRole('button', { name: 'Löschen', exact: true }).click();
  await expect(page).toHaveURL(/\/vorgaenge$/);
  expect(await writer.status(`/cases/${id}`)).toBe(404);

  const { page: at } = await enter('liaison', 'dietzenbach', { language: 'en' });
  await at.goto('/papierkorb');
  await expect(at.getByRole('row').filter({ hasText: title })).toContainText('Doppelt angelegt');
  await at.getByRole('button', { name: `Restore: ${title}` }).click();
  await expect(at.getByRole('row').filter({ hasText: title })).toHaveCount(0);
  expect(await writer.status(`/cases/${id}`)).toBe(200);
});
