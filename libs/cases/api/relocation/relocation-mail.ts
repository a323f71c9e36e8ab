import { Injectable } from '@nestjs/common';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';

const TEXTS: Record<'de' | 'en', { subject: string; text: (link: string) => string }> = {
  de: {
    subject: 'Eine Verlagerung betrifft Ihre Kommune',
    text: (link) =>
      `Guten Tag,\n\nein Unternehmen verlagert seinen Standort, und Ihre Kommune ist Herkunft oder Ziel. Das Unternehmen ist einverstanden, dass Sie davon erfahren, oder die Verlagerung ist veröffentlicht.\n\nBitte lesen Sie die Mitteilung in Lotse:\n${link}\n`,
  },
  en: {
    subject: 'A relocation concerns your municipality',
    text: (link) =>
      `Hello,\n\na company is relocating, and your municipality is its origin or destination. The company agrees that you are told, or the move has been published.\n\nPlease read the notice in Lotse:\n${link}\n`,
  },
};

/** The mail to the places of a move. It names no company: the notice itself needs signing in. */
@Injectable()
export class RelocationMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    templates.register('relocation.told', (id, language) => this.write(id, language));
  }

  private async write(id: string, language: 'de' | 'en'): Promise<MailText | undefined> {
    const [row] = await this.db.anonymous((tx) => tx.query<{ there: boolean }[]>('select relocation_mail($1) as there', [id]));
    const { subject, text } = TEXTS[language];
    return row?.there ? { subject, text: text(`${this.config.publicUrl}/uebergaben/verlagerungen`) } : undefined;
  }
}
