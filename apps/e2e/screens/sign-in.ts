import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

/** The door. */
export class SignInScreen {
  readonly alert: Locator;

  constructor(private readonly page: Page) {
    this.alert = page.getByRole('alert');
  }

  async open(path = '/anmelden'): Promise<void> {
    await this.page.goto(path);
    await this.heading().waitFor();
  }

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: either('Anmelden', 'Sign in') });
  }

  email(): Locator {
    return this.page.getByLabel(label('E-Mail-Adresse', 'E-mail address'));
  }

  password(): Locator {
    return this.page.getByLabel(label('Passwort', 'Password'));
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.email().fill(email);
    await this.password().fill(password);
    await this.page.getByRole('button', { name: either('Anmelden', 'Sign in') }).click();
  }

  /** Takes a demo account by mouse, as a visitor of the demonstration does. */
  async takeDemoAccount(organisation: string, email: string): Promise<void> {
    await this.page.getByLabel(label('Organisation')).selectOption(organisation);
    await this.page.getByRole('button', { name: new RegExp(email.replaceAll('.', '\\.')) }).click();
    await this.page.getByRole('button', { name: either('Anmelden', 'Sign in') }).click();
  }
}
