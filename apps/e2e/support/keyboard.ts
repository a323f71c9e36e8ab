import { expect, type Locator, type Page } from '@playwright/test';

/** More steps than any page has controls: a place not met by then cannot be reached. */
const MOST = 150;

/** Walks to a control with the Tab key, as somebody without a mouse does. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const there = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < MOST && !(await there()); step++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
