import { type Locator, type Page } from '@playwright/test';
import { either, label } from '../support/words';

export interface Offer {
  kind?: string;
  to: string;
  reason: string;
  note: string;
}

/** The dialog that offers a case to another organisation. */
export class OfferDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: either('Übergeben oder beteiligen', 'Hand over or involve') });
  }

  async fill({ kind, to, reason, note }: Offer): Promise<void> {
    if (kind) await this.dialog.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
    await this.dialog.getByLabel(label('An wen?', 'To whom?')).selectOption({ label: to });
    await this.dialog.getByLabel(label('Grund', 'Reason')).selectOption({ label: reason });
    await this.dialog.getByLabel(label('Nachricht an die andere Stelle', 'Message to the other organisation')).fill(note);
  }

  /** The company's word, as it was given today. */
  async agreedBy(name: string): Promise<void> {
    await this.dialog.getByLabel(label('Grundlage', 'Basis')).selectOption('CONSENT');
    await this.dialog.getByLabel(label('Wer hat zugestimmt?', 'Who agreed?')).fill(name);
  }

  /** Against the rule, with the reason that is kept on record. */
  async setAside(reason: string): Promise<void> {
    await this.dialog.getByLabel(label('Grundlage', 'Basis')).selectOption('OVERRIDE');
    await this.dialog.getByLabel(label('Warum weichen Sie ab?', 'Why do you set the rule aside?')).fill(reason);
  }

  /** One line of what goes along and what stays. */
  line(...part: string[]): Locator {
    return this.dialog.locator('lotse-preview-list li').filter({ hasText: new RegExp(`^\\s*(${part.join('|')})`) });
  }

  async send(): Promise<void> {
    await this.dialog.getByRole('button', { name: either('Angebot senden', 'Send offer') }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }
}
