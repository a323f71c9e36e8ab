import { CasePage } from '../screens/case-page';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('a day is said in words, and "keiner nötig" is an answer', async ({ enter, script }) => {
  const writer = await script('officer', 'rodgau');
  const { id } = await writer.openCase((await writer.company(unique('Wann'))).id, unique('Wann'));
  const { page } = await enter('officer', 'rodgau');
  await new CasePage(page).open(id);
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Nächsten Schritt planen' }).click();
  await page.getByRole('textbox', { name: 'Nächster Schritt' }).fill('Ortstermin');
  const words = page.getByLabel('Bis wann', { exact: true });
  await words.fill('irgendwann');
  await page.getByRole('button', { name: 'Planen', exact: true }).click();
  await expect(page.getByText('Diesen Tag verstehen wir nicht.')).toBeVisible();
  await words.fill('26.12.2027');
  await expect(page.getByText('Mo., 27.12.2027 – der 26.12.2027 ist ein Feiertag (2. Weihnachtstag)')).toBeVisible();
  await page.getByRole('button', { name: 'Planen', exact: true }).click();
  await expect(page.getByText('27.12.2027').first()).toBeVisible();
  await page.getByRole('button', { name: 'Weitere Aktionen' }).click();
  await page.getByRole('menuitem', { name: 'Nächsten Schritt planen' }).click();
  await page.getByRole('button', { name: 'Keiner nötig' }).click();
  await expect(page.getByText('Kein nächster Schritt nötig').first()).toBeVisible();
});

test('an item of a checklist is handed to another municipality and ticks itself with its answer', async ({ enter, script }) => {
  const writer = await script('officer', 'rodgau');
  const title = unique('Liste');
  const { id } = await writer.openCase((await writer.company(unique('Liste'))).id, title);
  const { page } = await enter('officer', 'rodgau');
  await new CasePage(page).open(id);
  await page.getByRole('button', { name: /^Erweiterung \(5\)/ }).click();
  await expect(page.getByText('0 von 5 erledigt')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Ortstermin vereinbaren' }).check();
  await expect(page.getByText('1 von 5 erledigt')).toBeVisible();
  await page.getByRole('button', { name: 'Andere Stelle anfragen: Baurecht am Standort prüfen lassen' }).click();
  await page.getByLabel('Wer soll antworten?').selectOption({ label: 'Stadt Heusenstamm' });
  await page.getByRole('button', { name: 'Anfragen', exact: true }).last().click();
  await expect(page.getByText('bei Stadt Heusenstamm angefragt')).toBeVisible();

  const asked = await script('liaison', 'heusenstamm');
  const { items } = await asked.get<{ items: { id: string; caseId: string }[] }>('/handovers?box=in&state=OFFERED&size=200');
  const handover = items.find(({ caseId }) => caseId === id)?.id ?? '';
  const { page: there } = await enter('liaison', 'heusenstamm');
  await there.goto('/uebergaben');
  const card = there.getByRole('article').filter({ hasText: title });
  await expect(card).toContainText('Baurecht am Standort prüfen lassen');
  await card.getByRole('button', { name: 'Annehmen' }).click();
  await expect(card).toContainText('angenommen');
  await asked.post(`/handovers/${handover}/messages`, { note: 'Zulässig nach dem Bebauungsplan.' });

  await expect(page.getByText('beantwortet von Stadt Heusenstamm').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Baurecht am Standort prüfen lassen' })).toBeChecked();
});
