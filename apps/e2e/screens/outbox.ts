import { type Locator, type Page } from '@playwright/test';

/** The outgoing mail of an organisation. In demo mode its texts stand there in full. */
export class Outbox {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/administration/postausgang');
  }

  /** The mail to this address. */
  mailTo(address: string): Locator {
    return this.page.getByRole('row').filter({ hasText: address });
  }

  /** Opens the text of a mail and reads the first link below this path. */
  async linkIn(mail: Locator, path: string): Promise<string> {
    await mail.locator('summary').click();
    const link = mail.getByRole('link', { name: new RegExp(path) }).first();
    return (await link.getAttribute('href')) ?? '';
  }
}
