import { type Page } from '@playwright/test';

/** Where an invited person chooses a password, or confirms with the one they have. */
export class Invitation {
  constructor(private readonly page: Page) {}

  async accept(link: string, password: string, hasAccount = false): Promise<void> {
    await this.page.goto(link);
    await this.page.getByLabel(hasAccount ? 'Ihr Passwort' : 'Passwort festlegen', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Einladung annehmen' }).click();
    await this.page.getByRole('link', { name: 'Zur Anmeldung' }).click();
  }
}
