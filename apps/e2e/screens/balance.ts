import { type Locator, type Page } from '@playwright/test';
import { either } from '../support/words';

/** "Bilanz": figures of how an organisation answered, each leading to its rows. */
export class Balance {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/uebergaben/bilanz');
  }

  /** A figure by its words; its link leads to the rows. */
  figure(...words: string[]): Locator {
    return this.page.getByRole('link', { name: either(...words) });
  }

  /** How many the figure says there are. */
  async count(...words: string[]): Promise<number> {
    const line = this.page
      .locator('lotse-handover-balance')
      .getByRole('listitem')
      .filter({ has: this.figure(...words) });
    return Number(await line.locator('b').textContent());
  }

  rows(): Locator {
    return this.page.getByRole('article');
  }
}
