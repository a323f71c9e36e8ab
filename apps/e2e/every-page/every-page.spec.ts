import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessible';
import { expect, test, type VisitOptions } from '../support/test';
import { addressOf, NOBODY, type Stop, STOPS } from './pages';

const LOOKS: (VisitOptions & { name: string })[] = [
  { name: 'hell, Deutsch', language: 'de', theme: 'light' },
  { name: 'dark, English', language: 'en', theme: 'dark' },
];

/** The page is complete: its heading is there and nothing says that it is loading. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('lotse-state [role=status]')).toHaveCount(0);
}

async function judge(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(path);
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
}

/** What pages say of a case, a company or a procedure that is not there, or not for this person. */
const MISSING = new RegExp(`^GET /api/v1/(cases|companies|procedures)/${NOBODY} 404$`);

/** As many pages as one test manages in its time. */
const portions = (stops: Stop[]): Stop[][] =>
  Array.from({ length: Math.ceil(stops.length / 6) }, (_, at) => stops.slice(at * 6, at * 6 + 6));

const roles = [...new Set(STOPS.map((stop) => stop.as))];

for (const { name: look, ...options } of LOOKS) {
  for (const role of roles) {
    const stops: Stop[] = STOPS.filter((stop) => stop.as === role);
    for (const portion of portions(stops)) {
      test(`${role}, ${look}: ${portion.map(({ name }) => name).join(', ')}`, async ({ enter, script }) => {
        const { page, guard } = await enter(role, 'kreis-offenbach', options);
        guard.expect(MISSING);
        const me = await script(role, 'kreis-offenbach');
        for (const stop of portion) await test.step(stop.name, async () => judge(page, await addressOf(stop, me)));
      });
    }
  }

  test(`outside, ${look}: sign-in, invitation and survey that are not known, a failed page`, async ({ visit }) => {
    const { page, guard } = await visit(options);
    guard.expect(/^GET \/(api\/v1\/invitations|umfrage)\/\S+ (404|410)$/);
    for (const path of ['/anmelden', '/einladung/gibt-es-nicht', '/umfrage/gibt-es-nicht', '/anfrage', '/enquiry', '/fehler'])
      await judge(page, path);
  });

  test(`at 320 px, ${look}: the menu and the quick log`, async ({ enter }) => {
    const { page } = await enter('officer', 'kreis-offenbach', { ...options, width: 320, height: 640 });
    await page.goto('/unternehmen');
    await settled(page);
    await page.getByRole('button', { name: /^(Menü|Menu)$/ }).click();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('dialog', { name: /(Kontakt erfassen|Log a contact)/ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
}
