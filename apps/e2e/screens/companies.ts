import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

export interface NewCompany {
  street: string;
  houseNumber: string;
  postalCode: string;
  place: string;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  language?: 'de' | 'en';
}

/** Register, form and page of companies. */
export class Companies {
  readonly table: Locator;
  readonly duplicates: Locator;

  constructor(private readonly page: Page) {
    this.table = page.getByRole('table');
    this.duplicates = page.locator('lotse-duplicate-hint');
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: /^(Name, Ort|Name, place)/ }).fill(text);
  }

  row(name: string): Locator {
    return this.table.getByRole('link', { name });
  }

  field(...words: string[]): Locator {
    return this.page.getByRole('main').getByLabel(label(...words));
  }

  async fillAddress({
    street,
    houseNumber,
    postalCode,
    place,
  }: Pick<NewCompany, 'street' | 'houseNumber' | 'postalCode' | 'place'>): Promise<void> {
    await this.field('Straße', 'Street').fill(street);
    await this.field('Hausnummer', 'House number').fill(houseNumber);
    await this.field('Postleitzahl', 'Postal code').fill(postalCode);
    await this.field('Ort', 'Place').fill(place);
  }

  async fill(company: NewCompany): Promise<void> {
    await this.fillAddress(company);
    await this.field('Vorname', 'First name').fill(company.firstName);
    await this.field('Nachname', 'Last name').fill(company.lastName);
    await this.field('E-Mail-Adresse', 'E-mail address').fill(company.email);
    if (company.phone) await this.field('Telefon', 'Phone').fill(company.phone);
    if (company.language) await this.field('Sprache für Post', 'Language of mail').selectOption(company.language);
    await this.page.getByLabel(/(Widerspruchsrecht gegen Umfragen|right to object to surveys)/).check();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: either('Unternehmen erfassen', 'Enter company') }).click();
  }

  async openCase(): Promise<void> {
    await this.page.getByRole('link', { name: either('Vorgang anlegen', 'Open a case') }).click();
  }
}
