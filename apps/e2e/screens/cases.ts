import { type Locator, type Page } from '@playwright/test';
import { either } from '../support/words';

/** The list of cases. */
export class Cases {
  readonly table: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('table');
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/vorgaenge${query}`);
    await this.page.getByRole('heading', { level: 1, name: either('Vorgänge', 'Cases') }).waitFor();
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: /^(Aktenzeichen, Titel|File number, title)/ }).fill(text);
  }

  row(title: string): Locator {
    return this.table.getByRole('link', { name: title });
  }

  /** One part of the sentence of filters: `filter('Status', 'Abgeschlossene Vorgänge')`. */
  async filter(what: string, choice: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${what}:`) }).click();
    await this.page.getByRole('menuitemradio', { name: either(choice) }).click();
  }

  /** Says how many cases the view has. */
  total(): Locator {
    return this.page.locator('lotse-page-head .meta');
  }

  /** What stands where nothing was found. */
  nothing(): Locator {
    return this.page.getByRole('heading', { name: either('Nichts passt zu diesem Filter', 'Nothing matches this filter') });
  }
}
