import { expectAccessible } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { Companies } from '../screens/companies';
import { Shell } from '../screens/shell';

test('two people change the same company: other fields merge, the same field asks with both values, nothing typed is lost', async ({
  enter,
  script,
}) => {
  const [ours, theirs] = [unique('Unsere'), unique('Andere')];
  const { id } = await (await script('officer', 'heusenstamm')).company(unique('Gleichzeitig'));
  const [officer, liaison] = [await enter('officer', 'heusenstamm'), await enter('liaison', 'heusenstamm')];
  for (const { page, guard } of [officer, liaison]) {
    guard.expect(/^PATCH \/api\/v1\/companies\/[^/]+ 412$/);
    await page.goto(`/unternehmen/${id}/bearbeiten`);
    await expect(new Companies(page).field('Name')).toHaveValue(/Gleichzeitig/);
  }
  const first = new Companies(officer.page);
  await first.field('Name').fill(theirs);
  await first.field('Registergericht').fill('Amtsgericht Offenbach am Main');
  await officer.page.getByRole('button', { name: 'Speichern' }).click();
  await expect(new Shell(officer.page).title).toHaveText(`${theirs} GmbH`);

  const second = new Companies(liaison.page);
  await second.field('Name').fill(ours);
  await second.field('Website').fill('https://unsere.example');
  await liaison.page.getByRole('button', { name: 'Speichern' }).click();
  const conflict = liaison.page.locator('lotse-conflict');
  await expect(conflict).toContainText('Jemand war schneller');
  await expect(conflict.getByRole('group')).toHaveCount(1);
  await expect(conflict.getByRole('radio', { name: `Ihre Eingabe ${ours}` })).toBeVisible();
  await expect(conflict.getByRole('radio', { name: `Gespeichert ${theirs}` })).toBeVisible();
  await expect(second.field('Website')).toHaveValue('https://unsere.example');
  await expectAccessible(liaison.page);

  await conflict.getByRole('radio', { name: /^Gespeichert/ }).check();
  await conflict.getByRole('button', { name: 'Auswahl übernehmen' }).click();
  await expect(new Shell(liaison.page).title).toHaveText(`${theirs} GmbH`);
  const facts = liaison.page.getByRole('main');
  await expect(facts.getByRole('link', { name: 'https://unsere.example' })).toBeVisible();
  await expect(facts).toContainText('Amtsgericht Offenbach am Main');
});

test('two people change the same contact person on the page of the company', async ({ enter, script }) => {
  const { id } = await (await script('officer', 'hainburg')).company(unique('Ansprechbar'));
  const [officer, liaison] = [await enter('officer', 'hainburg'), await enter('liaison', 'hainburg')];
  for (const { page, guard } of [officer, liaison]) {
    guard.expect(/^PATCH \/api\/v1\/contacts\/[^/]+ 412$/);
    await page.goto(`/unternehmen/${id}`);
    await page.getByRole('button', { name: 'Petra Probe ändern' }).click();
  }
  await new Companies(officer.page).field('Telefon').fill('06182 111');
  await officer.page.getByRole('button', { name: 'Speichern' }).click();
  await expect(officer.page.getByRole('link', { name: '06182 111' })).toBeVisible();

  const second = new Companies(liaison.page);
  await second.field('Telefon').fill('06182 222');
  await second.field('Funktion').fill('Werkleitung');
  await liaison.page.getByRole('button', { name: 'Speichern' }).click();
  const conflict = liaison.page.locator('lotse-conflict');
  await expect(conflict).toContainText('06182 111');
  await expect(conflict).toContainText('06182 222');
  await conflict.getByRole('radio', { name: /^Ihre Eingabe/ }).check();
  await conflict.getByRole('button', { name: 'Auswahl übernehmen' }).click();
  await expect(liaison.page.getByRole('link', { name: '06182 222' })).toBeVisible();
  await expect(liaison.page.getByText('Werkleitung')).toBeVisible();
});
