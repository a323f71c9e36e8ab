import { type Locator, type Page } from '@playwright/test';
import { either } from '../support/words';

/** What surrounds every page. */
export class Shell {
  readonly navigation: Locator;
  readonly title: Locator;
  readonly toast: Locator;

  constructor(private readonly page: Page) {
    this.navigation = page.getByRole('navigation', { name: either('Hauptnavigation', 'Main navigation') });
    this.title = page.getByRole('heading', { level: 1 });
    this.toast = page.locator('lotse-toast-area');
  }

  async go(...entry: string[]): Promise<void> {
    const words = entry.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    await this.navigation.getByRole('link', { name: new RegExp(`^(${words})`) }).click(); // a count of offers may follow
  }

  /** Chooses in the menu of appearance and language. */
  async choose(...choice: string[]): Promise<void> {
    await this.page.getByRole('button', { name: either('Darstellung und Sprache', 'Appearance and language') }).click();
    await this.page.getByRole('menuitemradio', { name: either(...choice) }).click();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Konto von|Account of)/ }).click();
    await this.page.getByRole('menuitem', { name: either('Abmelden', 'Sign out') }).click();
  }

  async find(text: string): Promise<void> {
    const box = this.page.getByRole('searchbox', { name: either('Unternehmen suchen', 'Find a company') });
    await box.fill(text);
    await box.press('Enter');
  }

  acting(): Locator {
    return this.page.locator('lotse-organisation-switch');
  }

  async actFor(organisation: string): Promise<void> {
    await this.page.getByRole('button', { name: /(Organisation wechseln|Switch organisation)/ }).click();
    await this.page.getByRole('menuitemradio', { name: organisation }).click();
  }
}
