import type { Locator, Page } from '@playwright/test';
import { either } from '../support/words';

export interface SentFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The tab "Dokumente" of a case. */
export class Documents {
  readonly uploads: Locator;

  constructor(private readonly page: Page) {
    this.uploads = page.getByRole('list', { name: either('Dateien, die gesendet werden', 'Files being sent') });
  }

  async open(caseId: string): Promise<void> {
    await this.page.goto(`/vorgaenge/${caseId}/dokumente`);
    await this.page.getByRole('heading', { name: either('Dokumente', 'Documents') }).waitFor();
  }

  /** Drops files as somebody drags them from a folder. */
  async drop(...files: SentFile[]): Promise<void> {
    const content = files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, base64: buffer.toString('base64') }));
    const transfer = await this.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, type, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type }));
      return data;
    }, content);
    const zone = this.page.locator('lotse-drop-zone');
    await zone.dispatchEvent('dragover', { dataTransfer: transfer });
    await zone.dispatchEvent('drop', { dataTransfer: transfer });
  }

  /** Chooses files with the button. */
  choose(...files: SentFile[]): Promise<void> {
    return this.page.locator('lotse-drop-zone input[type=file]').setInputFiles(files);
  }

  /** Who sees what is sent next. */
  async level(words: string): Promise<void> {
    await this.page.getByLabel(/^\s*(Wer es sieht|Who sees it)/).selectOption(words);
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  preview(name: string): Promise<void> {
    return this.page.getByRole('button', { name: either(`${name} ansehen`, `Look at ${name}`) }).click();
  }
}
