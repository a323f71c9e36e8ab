import { expect, type Locator, type Page } from '@playwright/test';
import { either } from '../support/words';

/** Grades against "gut". */
export class Satisfaction {
  readonly verdict: Locator;

  constructor(private readonly page: Page) {
    this.verdict = page.getByRole('region', { name: either('Ergebnis', 'Result') });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/zufriedenheit${query}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(either('Zufriedenheit', 'Satisfaction'));
    await this.verdict.waitFor();
  }

  /** A figure of the way from closed cases to answers. */
  count(name: string): Locator {
    return this.page.locator('lotse-funnel').getByRole('listitem').filter({ hasText: name }).locator('b');
  }
}
