import { NOBODY } from '../every-page/pages';
import { expectAccessible } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

test('an officer records a procedure and sees its last day; who shares the part sees it too, others do not', async ({ enter, script }) => {
  const owner = await script('officer', 'heusenstamm');
  const company = await owner.company(unique('Hallenbau'));
  const opened = await owner.openCase(company.id, unique('Hallenneubau'));
  const title = unique('Halle');

  const { page } = await enter('officer', 'heusenstamm');
  await page.goto(`/vorgaenge/${opened.id}/genehmigungen`);
  await page.getByRole('button', { name: 'Neues Verfahren' }).click();
  await page.getByLabel(/^Bezeichnung/).fill(title);
  await page.getByLabel(/^Aktenzeichen der Behörde/).fill('BA-2026-0001');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

  const record = async (kind: string, day: string) => {
    await page.getByRole('button', { name: 'Ereignis eintragen' }).click();
    const form = page.getByRole('region', { name: 'Ereignis eintragen' });
    await form.getByLabel('Was ist geschehen?').selectOption({ label: kind });
    await form.getByPlaceholder('z. B. gestern').fill(day);
    await form.getByRole('button', { name: 'Eintragen' }).click();
    await expect(form).toHaveCount(0);
  };
  await record('Antrag eingegangen', '25.3.2026');
  await record('Vollständigkeit bestätigt', '27.3.2026');
  const goal = page.getByRole('article', { name: 'Ziel des Kreises (netto)' });
  await expect(goal).toContainText('Do., 21.05.2026');
  await expect(goal).toContainText('(rechnerisch, ohne Gewähr)');

  const documents = page.getByRole('region', { name: 'Unterlagen', exact: true }).first();
  const book = async (what: string, day: string) => {
    await documents.getByRole('checkbox', { name: /Stellplatznachweis/ }).check();
    await documents.getByLabel(/^Was ist mit/).selectOption({ label: what });
    await documents.getByPlaceholder('z. B. gestern').fill(day);
    await documents.getByRole('button', { name: 'Buchen' }).click();
    await expect(documents.getByRole('checkbox', { name: /Stellplatznachweis/ })).not.toBeChecked();
  };
  await book('Unterlagen angefordert', '20.4.2026');
  await expect(goal).toContainText('ruht');
  await book('Unterlagen eingegangen', '30.4.2026');
  await expect(goal).toContainText('Mi., 03.06.2026');
  await expect(goal).toContainText('8 Arbeitstage geruht');
  await expectAccessible(page);
  const address = new URL(page.url()).pathname;

  const kreis = await owner.organisation('kreis-offenbach');
  const shared = await owner.post<{ id: string }>(`/cases/${opened.id}/handovers`, {
    toOrganisationId: kreis,
    kind: 'CO_WORK',
    reasonCode: 'RESPONSIBILITY',
    note: 'Bitte begleiten.',
    preset: 'ALLES_NOETIGE',
  });
  await (await script('officer', 'kreis-offenbach')).post(`/handovers/${shared.id}/accept`, {});
  const { page: theirs } = await enter('officer', 'kreis-offenbach', { language: 'en' });
  await theirs.goto(`/vorgaenge/${opened.id}/genehmigungen`);
  await theirs.getByRole('link', { name: title }).click();
  await expect(theirs.getByRole('article', { name: 'Goal of the district (net)' })).toContainText('Wed, 3 Jun 2026');
  await expect(theirs.getByRole('article', { name: 'Goal of the district (net)' })).toContainText('rested 8 working days');

  const { page: foreign, guard } = await enter('officer', 'mainhausen');
  guard.expect(/^GET \/api\/v1\/procedures\/\S+ 404$/);
  for (const path of [address, `/verfahren/${NOBODY}`]) {
    await foreign.goto(path);
    await expect(foreign.getByRole('heading', { level: 1 })).toHaveText('Nicht gefunden');
  }
  await expect(foreign.getByRole('main')).not.toContainText(title);
});

test('a deadline can be counted through day by day, and the link is the answer', async ({ enter }) => {
  const { page } = await enter('officer', 'heusenstamm', { width: 360 });
  await page.goto('/fristenrechner');
  await page.getByLabel('Tag des Ereignisses').fill('2026-11-30');
  await page.getByLabel('Anzahl').fill('3');
  await page.getByLabel('Einheit').selectOption({ value: 'MONTH' });
  await page.getByRole('button', { name: 'Berechnen' }).click();
  const result = page.locator('.result');
  await expect(result).toContainText('Mo., 01.03.2027');
  await page.reload();
  await expect(result).toContainText('Mo., 01.03.2027');
  await page.getByRole('button', { name: 'Als Liste' }).click();
  await expect(page.getByRole('row', { name: /Mo., 01.03.2027/ })).toContainText('§ 193 BGB');
  await expectAccessible(page);
});
