import { type Page } from '@playwright/test';

/** The own account. */
export class Account {
  constructor(private readonly page: Page) {}

  async changePassword(from: string, to: string): Promise<void> {
    await this.page.goto('/konto');
    await this.page.getByLabel('Bisheriges Passwort', { exact: true }).fill(from);
    await this.page.getByLabel('Neues Passwort', { exact: true }).fill(to);
    await this.page.getByLabel('Neues Passwort wiederholen', { exact: true }).fill(to);
    await this.page.getByRole('button', { name: 'Passwort ändern' }).click();
  }
}
