import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

/** Logging a contact from anywhere. */
export class QuickLog {
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: either('Kontakt erfassen', 'Log a contact') });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('button', { name: either('Kontakt erfassen', 'Log a contact') })
      .first()
      .waitFor(); // the keys work once it is there
    await this.page.keyboard.press('Control+Shift+L');
    await this.dialog.waitFor();
  }

  company(): Locator {
    return this.dialog.getByRole('combobox', { name: label('Unternehmen', 'Company') });
  }

  words(): Locator {
    return this.dialog.getByLabel(label('Was wurde besprochen?', 'What was discussed?'));
  }

  kind(...name: string[]): Locator {
    return this.dialog.getByRole('radio', { name: either(...name) });
  }

  hit(name: string): Locator {
    return this.page.getByRole('option', { name });
  }

  /** The way to a company that is not there yet. */
  asNew(name: string): Locator {
    return this.dialog.getByRole('link', { name: new RegExp(name) });
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: either('Kontakt speichern', 'Save contact') }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
