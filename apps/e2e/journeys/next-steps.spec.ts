import { CasePage } from '../screens/case-page';
import { Handovers } from '../screens/handovers';
import { tabTo } from '../support/keyboard';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('by keyboard alone a case is taken over and its next step said in words; "keiner nötig" is an answer', async ({ enter, script }) => {
  const sender = await script('officer', 'langen');
  const title = unique('Wann');
  const { id } = await sender.openCase((await sender.company(unique('Wann'))).id, title);
  await sender.offer(id, 'rodgau');
  const { page: from } = await enter('officer', 'langen', { language: 'en' });
  await new CasePage(from).open(id);
  await new CasePage(from).tab('Handovers');
  await expect(from.getByRole('article')).toContainText('offered');

  const { page } = await enter('officer', 'rodgau');
  const card = new Handovers(page).card(title);
  const press = async (target: ReturnType<typeof page.getByRole>): Promise<void> => {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  };
  const plan = async (): Promise<void> => {
    await press(page.getByRole('button', { name: 'Weitere Aktionen' }));
    await expect(page.getByRole('menuitem', { name: 'Nächsten Schritt planen' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Nächster Schritt' })).toBeFocused();
  };
  await page.goto('/uebergaben/eingang');
  await expect(card).toBeVisible();
  await press(card.getByRole('button', { name: 'Annehmen' }));
  await expect(card).toContainText('angenommen');
  await expect(from.getByRole('main')).toContainText('accepted');
  await press(card.getByRole('link', { name: 'Vorgang öffnen' }));
  await expect(new CasePage(page).title).toHaveText(title);

  await plan();
  await page.keyboard.type('Ortstermin');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Bis wann', { exact: true })).toBeFocused();
  await page.keyboard.type('irgendwann');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Diesen Tag verstehen wir nicht.')).toBeVisible();
  await tabTo(page, page.getByLabel('Bis wann', { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('26.12.2027');
  await expect(page.getByText('Mo., 27.12.2027 – der 26.12.2027 ist ein Feiertag (2. Weihnachtstag)')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('27.12.2027').first()).toBeVisible();
  await plan();
  await press(page.getByRole('button', { name: 'Keiner nötig' }));
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
  const { page: there } = await enter('liaison', 'heusenstamm', { language: 'en' });
  await there.goto('/uebergaben');
  const card = there.getByRole('article').filter({ hasText: title });
  await expect(card).toContainText('Baurecht am Standort prüfen lassen');
  await card.getByRole('button', { name: 'Accept' }).click();
  await expect(card).toContainText('accepted');
  await asked.post(`/handovers/${handover}/messages`, { note: 'Zulässig nach dem Bebauungsplan.' });

  await expect(page.getByText('beantwortet von Stadt Heusenstamm').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Baurecht am Standort prüfen lassen' })).toBeChecked();
});
