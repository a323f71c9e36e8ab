import { People } from '../screens/people';
import { Shell } from '../screens/shell';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessible';
import { account } from '../support/accounts';
import { unique } from '../support/script';
import { expect, test } from '../support/test';

const TOWN = 'hainburg';

test('an administrator sees Lotse as a colleague does, changes nothing, and the colleague reads of it', async ({ enter, script }) => {
  const officer = await script('officer', TOWN);
  const { name } = (await officer.get<{ user: { name: string } }>('/session')).user;
  const [seen, hidden] = [unique('Erweiterung'), unique('Verborgenes')];
  const company = await officer.company(unique('Firma'));
  const { id } = await officer.openCase(company.id, seen);
  await officer.openCase(company.id, hidden, { confidential: true, projectName: unique('Projekt') });

  const { page, guard } = await enter('admin', TOWN, { own: true });
  guard.expect(/^PUT \/api\/v1\/session\/language 403$/);
  const people = new People(page);
  await people.open();
  await people
    .row(account('officer', TOWN))
    .getByRole('button', { name: `Ansehen als … ${name}` })
    .click();
  const reason = unique('Anruf');
  await page.getByLabel('Wozu?').fill(reason);
  await page.getByRole('button', { name: 'Ansehen', exact: true }).click();

  const banner = page.getByRole('region', { name: 'Ansicht einer anderen Person' });
  await expect(banner).toContainText(`Sie sehen Lotse wie ${name}. Nur lesen.`);
  await expect(banner).toContainText('Vertrauliche Vorgänge werden nicht gezeigt.');
  await expect(new Shell(page).title).toHaveText('Mein Tag');
  await page.goto(`/vorgaenge?q=${encodeURIComponent(seen)}`);
  await expect(page.getByRole('link', { name: seen })).toBeVisible();
  await page.goto(`/vorgaenge?q=${encodeURIComponent(hidden)}`);
  await expect(page.getByRole('link', { name: hidden })).toHaveCount(0);
  await page.goto(`/vorgaenge/${id}`);
  await expect(new Shell(page).title).toContainText(seen);
  await expect(page.getByRole('button', { name: 'Übergeben', exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
  await expect(banner.getByRole('button', { name: 'Beenden' })).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 800 });
  const refusal = await page.evaluate(async () => {
    const body = JSON.stringify({ language: 'en' });
    const answer = await fetch('/api/v1/session/language', { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
    return ((await answer.json()) as { code: string }).code;
  });
  expect(refusal).toBe('viewAs.readOnly');
  await page.goto('/konto');
  await expect(page.getByText('Das Konto gehört der Person allein.')).toBeVisible();

  await banner.getByRole('button', { name: 'Beenden' }).click();
  await expect(new Shell(page).title).toHaveText('Personen');
  await expect(banner).toHaveCount(0);

  const own = await enter('officer', TOWN);
  await own.page.goto('/konto');
  const line = own.page.getByRole('listitem').filter({ hasText: reason });
  await expect(line).toContainText('hat Lotse mit Ihren Rechten angesehen.');
});

test('the same in English', async ({ enter, script }) => {
  const { name } = (await (await script('officer', TOWN)).get<{ user: { name: string } }>('/session')).user;
  const { page } = await enter('admin', TOWN, { own: true, language: 'en' });
  await page.goto('/administration/personen');
  await page.getByRole('button', { name: `View as … ${name}` }).click();
  await page.getByLabel('What for?').fill('Cannot find the case of a caller');
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: 'View of another person' });
  await expect(banner).toContainText(`You see Lotse as ${name} does. Read only.`);
  await banner.getByRole('button', { name: 'End' }).click();
  await expect(new Shell(page).title).toHaveText('People');
});
