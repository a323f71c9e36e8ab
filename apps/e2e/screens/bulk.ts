import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

/** One thing for several rows of the list of cases. */
export class Bulk {
  readonly open: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    this.open = page.getByRole('button', { name: either('Gemeinsam ändern', 'Change together') });
    this.dialog = page.getByRole('dialog');
  }

  mark(title: string): Locator {
    return this.page.getByRole('checkbox', { name: either(`Auswählen: ${title}`, `Choose: ${title}`) });
  }

  what(): Locator {
    return this.dialog.getByLabel(label('Was soll geschehen?', 'What is to be done?'));
  }

  nextStep(): Locator {
    return this.dialog.getByRole('textbox', { name: label('Nächster Schritt', 'Next step') });
  }
}
