import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { closedCase, surveyLink } from '../every-page/survey-link';
import { expect, test, type Visitor } from '../support/test';

const FOLDER = process.env['PICTURES'] ?? join(import.meta.dirname, '../../../docs/images');
const THEMES = ['light', 'dark'] as const;
const [WIDTH, HEIGHT] = [1280, 800];

async function picture(page: Page, name: string, theme: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.locator('lotse-state [role=status]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`), animations: 'disabled' });
}

for (const theme of THEMES) {
  test(`pictures, ${theme}`, async ({ enter, visit, script }) => {
    const take = async ({ page }: Visitor, name: string, path: string) => {
      await page.goto(path);
      await picture(page, name, theme);
    };
    const look = { theme, width: WIDTH, height: HEIGHT };
    await take(await visit(look), 'sign-in', '/anmelden');
    const desk = await enter('officer', 'rodgau', look);
    await take(desk, 'my-day', '/');
    await take(desk, 'cases', '/vorgaenge');
    const officer = await script('officer', 'rodgau');
    const { items } = await officer.get<{ items: { id: string }[] }>('/cases?status=IN_PROGRESS&ownership=organisation');
    await take(desk, 'case', `/vorgaenge/${items[0]?.id}`);
    await take(await enter('liaison', 'dietzenbach', look), 'handovers', '/uebergaben');
    await take(await enter('manager', 'kreis-offenbach', look), 'satisfaction', '/zufriedenheit?zeitraum=zwei-jahre');
    const name = `Bildprobe ${theme === 'light' ? 'Sommer' : 'Winter'} GmbH`;
    const email = await closedCase(officer, name);
    const phone = await visit({ theme, width: 390, height: 844 });
    await take(phone, 'survey', await surveyLink(await script('admin', 'rodgau'), email));
  });
}
