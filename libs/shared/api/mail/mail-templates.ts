import { Injectable } from '@nestjs/common';

export interface MailText {
  subject: string;
  /** Plain text. */
  text: string;
}

/** Writes the mail about one row; undefined when there is nothing left to say (the row is gone or decided). */
export type MailRenderer = (refId: string, language: 'de' | 'en') => Promise<MailText | undefined>;

/** Who writes which mail. The owning domain registers in the constructor of its module. */
@Injectable()
export class MailTemplates {
  readonly #renderers = new Map<string, MailRenderer>();

  register(template: string, renderer: MailRenderer): void {
    if (this.#renderers.has(template)) throw new Error(`mail template ${template} is registered twice`);
    this.#renderers.set(template, renderer);
  }

  /** Throws for a template nobody registered. */
  async render(template: string, refId: string, language: 'de' | 'en'): Promise<MailText | undefined> {
    const renderer = this.#renderers.get(template);
    if (!renderer) throw new Error(`nobody writes mails of template ${template}`);
    return renderer(refId, language);
  }
}
