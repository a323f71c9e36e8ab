import { Shell } from '../screens/shell';
import { expect, test } from '../support/test';

/** What the start page names as the program. */
const PROGRAM = /main-[\w-]+\.js/;

test('after an update the browser starts anew once and then says kindly what is wrong', async ({ enter, baseURL }) => {
  const { page, guard } = await enter('officer', 'langen');
  guard.expect(/^GET \/chunk-\S+ 404$/);
  const known = new Set<string>();
  page.on('response', (answer) => answer.ok() && known.add(answer.url()));
  let starts = 0;
  page.on('request', (sent) => (starts += sent.isNavigationRequest() ? 1 : 0));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Tag' })).toBeVisible();

  // The server has another program now, and the files this one would still need are gone.
  await page.route('**/chunk-*.js', (route) => (known.has(route.request().url()) ? route.continue() : route.fulfill({ status: 404 })));
  await page.route(`${baseURL}/`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(PROGRAM, 'main-AFTER123.js') });
  });
  starts = 0;
  await new Shell(page).go('Unternehmen');
  await expect(page.getByRole('heading', { level: 1, name: 'Das hat nicht geklappt' })).toBeVisible();
  await expect.poll(() => starts).toBe(1);
  await expect(page.getByRole('heading', { level: 1, name: 'Das hat nicht geklappt' })).toBeVisible();
  await page.waitForTimeout(1000);
  expect(starts).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/unternehmen');

  await page.unroute('**/chunk-*.js');
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Unternehmen' })).toBeVisible();
});
