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
}
