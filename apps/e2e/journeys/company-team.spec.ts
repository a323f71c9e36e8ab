import { expectAccessible } from '../support/accessible';
import { unique } from '../support/script';
import { expect, test } from '../support/test';
import { Shell } from '../screens/shell';

test('a confidential company is seen by its team alone, which grows and shrinks by name', async ({ enter, script }) => {
  const project = unique('Projekt');
  const writer = await script('officer', 'egelsbach');
  const { id } = await writer.company(unique('Verschwiegen'), { confidential: true, projectName: project });
  const colleague = await script('liaison', 'egelsbach');
  const others = [colleague, await script('manager', 'egelsbach'), await script('officer', 'langen')];
  for (const other of others) expect(await other.status(`/companies/${id}`)).toBe(404);
  const { name } = (await colleague.get<{ user: { name: string } }>('/session')).user;

  const { page } = await enter('officer', 'egelsbach', { theme: 'dark' });
  await page.goto(`/unternehmen/${id}`);
  const team = page.locator('lotse-company-team');
  await expect(team.getByRole('listitem')).toHaveCount(1);
  await team.getByRole('button', { name: 'Team ändern' }).click();
  await expect(team.getByRole('checkbox', { name: /\(Sie\)$/ })).toBeDisabled();
  await expectAccessible(page);
  await team.getByRole('checkbox', { name }).check();
  await team.getByRole('button', { name: 'Speichern' }).click();
  await expect(team.getByRole('listitem').filter({ hasText: name })).toBeVisible();

  const { page: theirs } = await enter('liaison', 'egelsbach');
  await theirs.goto(`/unternehmen/${id}`);
  await expect(new Shell(theirs).title).toHaveText(project);
  expect(await Promise.all(others.map((other) => other.status(`/companies/${id}`)))).toEqual([200, 404, 404]);

  await team.getByRole('button', { name: 'Team ändern' }).click();
  await team.getByRole('checkbox', { name }).uncheck();
  await team.getByRole('button', { name: 'Speichern' }).click();
  await expect(team.getByRole('listitem')).toHaveCount(1);
  expect(await colleague.status(`/companies/${id}`)).toBe(404);
});
