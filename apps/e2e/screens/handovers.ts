import { type Locator, type Page } from '@playwright/test';
import { either, label, tab } from '../support/words';

/** Inbox and outbox of handovers. */
export class Handovers {
  constructor(private readonly page: Page) {}

  async open(box: 'eingang' | 'ausgang' = 'eingang'): Promise<void> {
    await this.page.goto('/uebergaben');
    const name = box === 'eingang' ? tab('Eingang', 'Inbox') : tab('Ausgang', 'Outbox');
    await this.page.getByRole('link', { name }).click();
  }

  /** The offer about a case, by its title. */
  card(title: string): Locator {
    return this.page.getByRole('article').filter({ hasText: title });
  }

  async accept(title: string): Promise<void> {
    await this.card(title)
      .getByRole('button', { name: either('Annehmen', 'Accept') })
      .click();
  }

  async decline(title: string, reason: string, words: string): Promise<void> {
    const card = this.card(title);
    await card.getByRole('button', { name: either('Ablehnen', 'Decline') }).click();
    await card.getByLabel(label('Grund', 'Reason')).selectOption({ label: reason });
    await card.getByLabel(label('Begründung', 'Explanation')).fill(words);
    await card.getByRole('button', { name: either('Ablehnen', 'Decline') }).click();
  }
}
