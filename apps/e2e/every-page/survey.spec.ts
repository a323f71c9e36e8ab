import { unique } from '../support/script';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessible';
import { expect, test } from '../support/test';
import { Survey } from '../screens/survey';
import { closedCase, surveyLink } from './survey-link';

test('the survey in both themes and languages; a missing grade is said; opening stores nothing', async ({ visit, script }) => {
  const [officer, admin] = [await script('officer', 'ihk-offenbach'), await script('admin', 'ihk-offenbach')];
  const email = await closedCase(officer, unique('Umfrage'));
  const link = await surveyLink(admin, email);
  for (const [theme, language] of [
    ['light', 'de'],
    ['dark', 'en'],
  ] as const) {
    const { page, guard } = await visit({ theme, width: 360, height: 740, javaScript: true });
    guard.expect(/^POST \/umfrage\/\S+ 4\d\d$/);
    const survey = new Survey(page);
    await survey.open(`${link}?lang=${language}`);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    await page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await survey.send();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page);
  }
  const { page } = await visit({ width: 360, height: 740, javaScript: false });
  const survey = new Survey(page);
  await survey.open(link);
  await survey.grade('service', 2);
  await survey.sayMore();
  await survey.grade('duration', 3);
  await survey.send();
  await survey.expectThanks();
  await survey.open(link); // within 14 days a second answer replaces the first
  await survey.grade('service', 1);
  await survey.send();
  await survey.expectThanks();
});
