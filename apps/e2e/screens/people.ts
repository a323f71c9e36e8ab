import { type Locator, type Page } from '@playwright/test';

/** The people of the own organisation. */
export class People {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/administration/personen');
  }

  async invite(name: string, email: string, ...roles: string[]): Promise<void> {
    await this.page.getByRole('button', { name: 'Person einladen' }).click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel('E-Mail-Adresse', { exact: true }).fill(email);
    for (const role of roles) await this.page.getByRole('checkbox', { name: new RegExp(`^${role}`) }).check();
    await this.page.getByRole('button', { name: 'Einladung senden' }).click();
  }

  row(text: string): Locator {
    return this.page.getByRole('row').filter({ hasText: text });
  }

  async deactivate(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${name} deaktivieren` }).click();
    await this.page.getByRole('alertdialog').or(this.page.getByRole('dialog')).getByRole('button', { name: 'Deaktivieren' }).click();
  }
}
