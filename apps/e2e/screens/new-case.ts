import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

/** Opening a case. */
export class NewCase {
  constructor(private readonly page: Page) {}

  async type(...name: string[]): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^(${name.join('|')})`) }).click();
  }

  field(...words: string[]): Locator {
    return this.page.getByRole('main').getByLabel(label(...words));
  }

  title(): Locator {
    return this.field('Worum geht es?', 'What is it about?');
  }

  async nextStep(what: string): Promise<void> {
    await this.field('Nächster Schritt', 'Next step').fill(what);
    await this.page.getByRole('button', { name: either('in 1 Woche', 'in 1 week') }).click();
  }

  async create(): Promise<void> {
    await this.page.getByRole('button', { name: either('Vorgang anlegen', 'Open the case') }).click();
  }
}
