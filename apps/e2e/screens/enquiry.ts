import { type Locator, type Page } from '@playwright/test';
import { label } from '../support/words';

export interface EnquiryFields {
  type: string;
  company: string;
  email: string;
  postalCode: string;
  message: string;
}

/** The public form of companies, in either language. */
export class EnquiryForm {
  readonly errors: Locator;

  constructor(private readonly page: Page) {
    this.errors = page.getByRole('alert');
  }

  async open(path = '/anfrage'): Promise<void> {
    await this.page.goto(path);
  }

  field(...words: string[]): Locator {
    return this.page.getByLabel(label(...words));
  }

  async fill({ type, company, email, postalCode, message }: EnquiryFields): Promise<void> {
    await this.page.getByRole('radio', { name: type }).check();
    await this.field('Name des Unternehmens', 'Company name').fill(company);
    await this.field('Vorname', 'First name').fill('Erika');
    await this.field('Nachname', 'Last name').fill('Probe');
    await this.field('E-Mail-Adresse', 'E-mail address').fill(email);
    await this.field('Postleitzahl des Standorts', 'Postal code of the site').fill(postalCode);
    await this.field('Ihre Anfrage', 'Your enquiry').fill(message);
  }

  async agree(): Promise<void> {
    await this.page.getByRole('checkbox').check();
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Anfrage absenden|Send enquiry)$/ }).click();
  }

  /** The number the answer names. */
  async fileNumber(): Promise<string> {
    await this.page.getByRole('heading', { name: /(ist angekommen|has arrived)/ }).waitFor();
    return (await this.page.getByRole('strong').first().textContent()) ?? '';
  }
}
