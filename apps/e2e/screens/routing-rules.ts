import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

export interface Rule {
  name: string;
  why: string;
  type: string;
  place: string;
  organisation: string;
}

/** "Zuständigkeitsregeln" and the field to try them. */
export class RoutingRules {
  readonly trial: Locator;

  constructor(private readonly page: Page) {
    this.trial = page.getByRole('region', { name: either('Ausprobieren', 'Try it') });
  }

  async open(): Promise<void> {
    await this.page.goto('/administration/zustaendigkeit');
  }

  async add({ name, why, type, place, organisation }: Rule): Promise<void> {
    await this.page.getByRole('button', { name: either('Regel anlegen', 'Add rule') }).click();
    const form = this.page.locator('lotse-rule-form');
    await form.getByLabel(label('Regel', 'Rule')).fill(name);
    await form.getByLabel(label('Begründung', 'Reason')).fill(why);
    await form.getByLabel(label('Art des Vorgangs', 'Type of case')).selectOption({ label: type });
    await form.getByLabel(label('Kommune des Standorts', 'Municipality of the site')).selectOption({ label: place });
    await form.getByLabel(label('Zuständig ist', 'Responsible is')).selectOption('ORGANISATION');
    await form.getByLabel(label('Organisation')).selectOption({ label: organisation });
    await form.getByRole('button', { name: either('Speichern', 'Save') }).click();
    await form.waitFor({ state: 'hidden' });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  async putOutOfForce(name: string): Promise<void> {
    await this.page.getByRole('button', { name: either(`Außer Kraft setzen: ${name}`, `Put out of force: ${name}`) }).click();
  }

  async ask(type: string, postalCode: string): Promise<void> {
    await this.trial.getByLabel(label('Art des Vorgangs', 'Type of case')).selectOption({ label: type });
    await this.trial.getByLabel(label('Postleitzahl', 'Postal code')).fill(postalCode);
  }

  /** What is said of an organisation that is suggested. */
  suggestion(organisation: string, within: Locator = this.trial): Locator {
    return within.locator('lotse-routing-suggestions').getByRole('listitem').filter({ hasText: organisation });
  }
}
