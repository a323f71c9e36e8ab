import { readFile } from 'node:fs/promises';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessible';
import { Documents, type SentFile } from '../screens/documents';
import { pdf } from '../support/pdf';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

const plan: SentFile = { name: 'Lageplan größer.pdf', mimeType: 'application/pdf', buffer: pdf('Lageplan, Blatt 1', 'Lageplan, Blatt 2') };
const memo: SentFile = { name: 'Vermerk intern.txt', mimeType: 'text/plain', buffer: Buffer.from('Nur für uns: Grüße') };

test('dropped files are shared with the case as far as their level says', async ({ enter, script }) => {
  const officer = await script('officer', 'langen');
  const opened = await officer.openCase((await officer.company(unique('Ablage'))).id, unique('Unterlagen'));
  const { page } = await enter('officer', 'langen');
  const documents = new Documents(page);
  await documents.open(opened.id);
  await documents.drop(plan, { ...plan, name: 'Schnitt.pdf', buffer: pdf('Schnitt') });
  await expect(documents.uploads.getByText('ist angekommen')).toHaveCount(2);
  await documents.drop({ ...plan, name: 'Noch einmal.pdf' });
  await expect(documents.uploads).toContainText('Diese Datei liegt schon vor: Lageplan größer.pdf');
  await documents.level('Nur die eigene Organisation');
  await documents.choose(memo);
  await expect(documents.row(memo.name)).toContainText('Nur die eigene Organisation');
  await expect(documents.row(plan.name)).toContainText('Alle, mit denen die Dokumente geteilt sind');
  await expect(documents.row('Noch einmal.pdf')).toHaveCount(0);
  await expectAccessible(page);

  const toOrganisationId = await officer.organisation('rodgau');
  const offer = { toOrganisationId, kind: 'CONSULT', preset: 'ALLES_NOETIGE', reasonCode: 'EXPERTISE', note: 'Bitte ansehen.' };
  const { id } = await officer.post<{ id: string }>(`/cases/${opened.id}/handovers`, offer);
  await (await script('liaison', 'rodgau')).post(`/handovers/${id}/accept`, {});

  const { page: theirs } = await enter('liaison', 'rodgau', { language: 'en' });
  const shared = new Documents(theirs);
  await theirs.setViewportSize({ width: 360, height: 740 });
  await shared.open(opened.id);
  await expect(shared.row(plan.name)).toBeVisible();
  await expect(theirs.getByText(memo.name)).toHaveCount(0);
  await expect(theirs.getByRole('button', { name: 'Choose files' })).toHaveCount(0);
  await expectNoSidewaysScroll(theirs);
  await shared.preview(plan.name);
  const dialog = theirs.getByRole('dialog');
  await expect(dialog.getByText('Lageplan, Blatt 1')).toBeAttached();
  await expect(dialog.getByRole('img', { name: 'Page 1 of 2' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Next page' }).focus();
  await theirs.keyboard.press('Enter');
  await expect(dialog.getByText('Lageplan, Blatt 2')).toBeAttached();
  await expectAccessible(theirs);
  const [saved] = await Promise.all([theirs.waitForEvent('download'), dialog.getByRole('link', { name: 'Download' }).click()]);
  expect(saved.suggestedFilename()).toBe(plan.name);
  expect(await readFile(await saved.path())).toEqual(plan.buffer);
  await theirs.goto(`/vorgaenge/${opened.id}/uebersicht`);
  await expect(theirs.getByText('Lageplan größer.pdf')).toBeVisible();
  await expect(theirs.getByText('Vermerk intern')).toHaveCount(0);
});

test('a refused file says why and can be put away; a document gets a version, another name, and comes back from the bin', async ({
  enter,
  script,
}) => {
  const officer = await script('officer', 'dreieich');
  const opened = await officer.openCase((await officer.company(unique('Ablage'))).id, unique('Fassungen'));
  const { page, guard } = await enter('officer', 'dreieich');
  guard.expect(/^POST \/api\/v1\/cases\/[^/]+\/documents 422$/);
  const documents = new Documents(page);
  await documents.open(opened.id);
  await documents.choose({ name: 'Rechnung.pdf', mimeType: 'application/pdf', buffer: Buffer.from('7f454c4602010100', 'hex') });
  await expect(documents.uploads).toContainText('Dateien dieser Art werden nicht angenommen.');
  await page.getByRole('button', { name: 'Meldung zu Rechnung.pdf ausblenden' }).click();
  await documents.choose(plan);
  await expect(documents.row(plan.name)).toBeVisible();
  await documents
    .row(plan.name)
    .locator('input[type=file]')
    .setInputFiles({ ...plan, buffer: pdf('Zweite Fassung') });
  await page.getByRole('button', { name: `Fassungen von ${plan.name}: 2` }).click();
  await expect(page.getByRole('link', { name: 'Fassung 1' })).toBeVisible();
  await page.getByRole('button', { name: `Name und Sichtbarkeit von ${plan.name} ändern` }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Plan.pdf');
  await page.getByRole('dialog').getByLabel('Wer es sieht').selectOption('Nur ich');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(documents.row('Plan.pdf')).toContainText('Nur ich');
  await page.getByRole('button', { name: 'Plan.pdf löschen' }).click();
  await expect(documents.row('Plan.pdf')).toHaveCount(0);
  await page.getByRole('button', { name: 'Papierkorb (1)' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Plan.pdf wiederherstellen' }).click();
  await page.getByRole('button', { name: 'Zu den Dokumenten' }).click();
  await expect(documents.row('Plan.pdf')).toBeVisible();
});
