import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { CasePage } from '../screens/case-page';
import { Cases } from '../screens/cases';
import { NewCase } from '../screens/new-case';

test('the view lives in the address: a copied link is the same view with the rights of the reader', async ({ enter, script }) => {
  const writer = await script('officer', 'seligenstadt');
  const company = await writer.company(unique('Ansicht'));
  const open = unique('Offen');
  const secret = unique('Geheim');
  await writer.openCase(company.id, open);
  await writer.openCase(company.id, secret, { confidential: true });

  const { page } = await enter('officer', 'seligenstadt');
  const list = new Cases(page);
  await list.open();
  await list.filter('Art', 'Erweiterung am Standort');
  await list.search(company.name);
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(list.row(open)).toBeVisible();
  await expect(list.row(secret)).toBeVisible();
  await list.row(open).click();
  await expect(new CasePage(page).title).toHaveText(open);
  await page.goBack();
  await expect(list.row(open)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Art: Erweiterung am Standort' })).toBeVisible();
  const link = page.url();

  const colleague = await enter('manager', 'seligenstadt');
  await colleague.page.goto(link);
  await expect(new Cases(colleague.page).row(open)).toBeVisible();
  await expect(new Cases(colleague.page).row(secret)).toHaveCount(0);
  const other = await enter('officer', 'muehlheim');
  await other.page.goto(link);
  await expect(new Cases(other.page).nothing()).toBeVisible();
});

test('two people change the same case: other fields merge, the same field asks with both values', async ({ enter, script }) => {
  const writer = await script('officer', 'langen');
  const { id } = await writer.openCase((await writer.company(unique('Konflikt'))).id, unique('Halle'));
  const [officer, liaison] = [await enter('officer', 'langen'), await enter('liaison', 'langen')];
  for (const { page, guard } of [officer, liaison]) {
    guard.expect(/^PATCH \/api\/v1\/cases\/[^/]+ 412$/);
    await page.route('**/api/v1/live', (route) => route.abort()); // neither hears of the other
    await page.goto(`/vorgaenge/${id}/eckdaten?bearbeiten=1`);
    await page.getByLabel('Worum geht es?').waitFor();
  }
  await officer.page.getByLabel('Worum geht es?').fill('Halle mit 800 m²');
  await officer.page.getByRole('button', { name: 'Speichern' }).click();
  await expect(new CasePage(officer.page).title).toHaveText('Halle mit 800 m²');

  await liaison.page.getByLabel('Worum geht es?').fill('Halle mit 950 m²');
  await liaison.page.getByLabel('Flächenbedarf').fill('950');
  await liaison.page.getByRole('button', { name: 'Speichern' }).click();
  const conflict = liaison.page.locator('lotse-conflict');
  await expect(conflict).toContainText('Jemand war schneller');
  await expect(conflict).toContainText('Halle mit 800 m²');
  await expect(conflict).toContainText('Halle mit 950 m²');
  await conflict.getByRole('radio', { name: /^Ihre Eingabe/ }).check({ force: true });
  await conflict.getByRole('button', { name: 'Auswahl übernehmen' }).click();
  await expect(new CasePage(liaison.page).title).toHaveText('Halle mit 950 m²');
  await expect(liaison.page.getByText('950 m²', { exact: true })).toBeVisible();

  await new CasePage(liaison.page).tab('Verlauf');
  await expect(liaison.page.locator('del', { hasText: 'Halle mit 800 m²' })).toBeVisible();
});

test('a form that was open before hears of the change and overwrites nothing: other fields merge, the same one asks', async ({
  enter,
  script,
}) => {
  const writer = await script('officer', 'dreieich');
  const first = unique('Halle');
  const { id } = await writer.openCase((await writer.company(unique('Live'))).id, first);
  const [officer, liaison] = [await enter('officer', 'dreieich'), await enter('liaison', 'dreieich')];
  const open = async ({ page, guard }: typeof officer) => {
    guard.expect(/^PATCH \/api\/v1\/cases\/[^/]+ 412$/);
    await page.goto(`/vorgaenge/${id}/eckdaten?bearbeiten=1`);
    await expect(page.getByLabel('Worum geht es?')).toHaveValue(/./);
  };
  const rename = async (title: string) => {
    await open(officer);
    await officer.page.getByLabel('Worum geht es?').fill(title);
    await officer.page.getByRole('button', { name: 'Speichern' }).click();
    await expect(new CasePage(liaison.page).title).toHaveText(title); // the other page has heard of it, while its form is open
  };

  await open(liaison);
  await rename('Halle mit Büro');
  await liaison.page.getByLabel('Flächenbedarf').fill('1234');
  await liaison.page.getByRole('button', { name: 'Speichern' }).click();
  await expect(liaison.page.getByText('1.234 m²', { exact: true })).toBeVisible();
  await expect(new CasePage(liaison.page).title).toHaveText('Halle mit Büro');

  await open(liaison);
  await liaison.page.getByLabel('Worum geht es?').fill('Halle ohne Büro');
  await rename('Halle mit Hof');
  await liaison.page.getByRole('button', { name: 'Speichern' }).click();
  const conflict = liaison.page.locator('lotse-conflict');
  await expect(conflict.getByRole('radio', { name: 'Ihre Eingabe Halle ohne Büro' })).toBeVisible();
  await expect(conflict.getByRole('radio', { name: 'Gespeichert Halle mit Hof' })).toBeVisible();
  await expect(new CasePage(officer.page).title).toHaveText('Halle mit Hof');
});

test('an incomplete new case says all that is missing and leads to the first', async ({ enter }) => {
  const { page } = await enter('officer', 'dreieich');
  await page.goto('/vorgaenge/neu?art=EXPANSION');
  const entry = new NewCase(page);
  await entry.create();
  await expect(entry.field('Unternehmen')).toBeFocused();
  for (const field of [entry.field('Unternehmen'), entry.title()]) await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Wählen Sie ein Unternehmen aus der Liste.')).toBeVisible();
});

test('Mein Tag is worked by keys alone', async ({ enter, script }) => {
  const writer = await script('officer', 'egelsbach');
  const title = unique('Wiedervorlage');
  const { id } = await writer.openCase((await writer.company(unique('Tag'))).id, unique('Tagwerk'));
  const me = await writer.get<{ user: { id: string } }>('/session');
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
  await writer.post(`/cases/${id}/follow-ups`, { title, dueOn: today, assigneeId: me.user.id });

  const { page } = await enter('officer', 'egelsbach');
  await page.goto('/');
  const entry = page.getByRole('link', { name: title });
  await expect(entry).toBeVisible();
  const entries = page.locator('lotse-my-day-page section li a');
  await entries.first().focus();
  for (let step = await entries.count(); step > 0 && !(await entry.evaluate((link) => link === document.activeElement)); step--) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(entry).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/vorgaenge/${id}`));
});

test('closing a follow-up asks for the next one, on a working day', async ({ enter, script }) => {
  const writer = await script('officer', 'egelsbach');
  const { id } = await writer.openCase((await writer.company(unique('Schritt'))).id, unique('Schritte'));
  await writer.post(`/cases/${id}/follow-ups`, { title: 'Angebot nachfassen', dueOn: '2026-01-05', assigneeId: null });
  const { page } = await enter('officer', 'egelsbach');
  await page.goto(`/vorgaenge/${id}/wiedervorlagen`);
  await page.getByRole('button', { name: 'Erledigen: Angebot nachfassen' }).click();
  await page.getByLabel('Was ist zu tun?').fill('Ortstermin');
  await page.getByLabel('Bis wann?', { exact: true }).fill('in 2 Wochen');
  const day = new Date(`${await page.getByLabel('Bis wann? Im Kalender wählen').inputValue()}T12:00:00Z`).getUTCDay();
  expect([1, 2, 3, 4, 5]).toContain(day);
  await page.getByRole('button', { name: 'Anlegen' }).click();
  await expect(page.getByText('erledigt am')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Erledigen: Ortstermin' })).toBeVisible();
});

test('a case that does not exist looks like one that is not for me', async ({ enter, script }) => {
  const writer = await script('officer', 'musterstadt');
  const { id } = await writer.openCase((await writer.company(unique('Fremd'))).id, unique('Fremd'));
  const { page, guard } = await enter('officer', 'langen');
  guard.expect(/^GET \/api\/v1\/cases\/.* 404$/);
  const said: (string | null)[] = [];
  for (const unknown of [id, '0197ffff-0000-7000-8000-000000000000']) {
    await page.goto(`/vorgaenge/${unknown}`);
    await expect(page.getByRole('heading', { name: 'Nicht gefunden' })).toBeVisible();
    said.push(await page.getByRole('main').textContent());
  }
  expect(said[0]).toBe(said[1]);
});
