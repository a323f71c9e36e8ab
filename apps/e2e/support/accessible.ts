import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * No serious or critical finding of axe on what is on screen now. It runs inside the page itself: the usual way opens a second page
 * for the sake of frames of other origins, which Lotse does not have, and takes three times as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`,
    );
  expect.soft(grave, `axe on ${page.url()}`).toEqual([]);
}

/** What stands out at the right of a page that scrolls sideways. */
const standingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const seen = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= seen) return [];
    const guilty = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > seen + 1);
    return guilty.slice(0, 5).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });

/** The page itself never scrolls sideways; wide tables scroll inside their own region. A page that was just resized may take a moment. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const patient = expect.configure({ soft: true });
  await patient.poll(() => standingOut(page), { message: `sideways scroll of ${page.url()}`, timeout: 5_000 }).toEqual([]);
}
