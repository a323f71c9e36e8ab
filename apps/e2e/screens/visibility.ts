import { type Locator, type Page } from '@playwright/test';
import { either } from '../support/words';

/** The tab "Wer sieht das?" of a case, with the agreements the sharing rests on. */
export class Visibility {
  constructor(private readonly page: Page) {}

  /** What is said of an organisation that reads the case. */
  reader(organisation: string): Locator {
    return this.page.locator('lotse-visibility-list').getByRole('listitem').filter({ hasText: organisation });
  }

  /** Records that somebody took the agreement back. */
  async withdraw(name: string): Promise<void> {
    await this.page.getByRole('button', { name: either(`Widerruf festhalten: ${name}`, `Record withdrawal: ${name}`) }).click();
    const question = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'));
    await question.getByRole('button', { name: either('Widerruf festhalten', 'Record withdrawal') }).click();
  }
}
