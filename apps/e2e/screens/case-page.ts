import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

/** One case: head, tabs, actions. */
export class CasePage {
  readonly title: Locator;

  constructor(private readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 });
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/vorgaenge/${id}`);
    await this.title.waitFor();
  }

  /** The id stands in the address. */
  id(): string {
    return /\/vorgaenge\/([^/?]+)/.exec(this.page.url())?.[1] ?? '';
  }

  async tab(...name: string[]): Promise<void> {
    const tabs = this.page.getByRole('navigation', { name: either('Bereiche des Vorgangs', 'Parts of the case') });
    await tabs.getByRole('link', { name: new RegExp(`^(${name.join('|')})`) }).click();
  }

  /** The facts above the tabs. */
  head(): Locator {
    return this.page.locator('lotse-page-head');
  }

  async move(...status: string[]): Promise<void> {
    await this.page.getByRole('button', { name: either('Status ändern', 'Change status') }).click();
    await this.page.getByRole('menuitem', { name: either(...status) }).click();
  }

  async close(...outcome: string[]): Promise<void> {
    await this.move('Abschließen', 'Close');
    const dialog = this.page.getByRole('dialog');
    const choice = dialog.getByLabel(label('Wie ist es ausgegangen?', 'How did it end?'));
    await choice.selectOption({ label: outcome[0] ?? '' });
    await dialog.getByRole('button', { name: either('Abschließen', 'Close') }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async more(...action: string[]): Promise<void> {
    await this.page.getByRole('button', { name: either('Weitere Aktionen', 'More actions') }).click();
    await this.page.getByRole('menuitem', { name: either(...action) }).click();
  }

  async handOver(): Promise<void> {
    await this.page.getByRole('link', { name: either('Übergeben oder beteiligen', 'Hand over or involve') }).click();
  }
}
