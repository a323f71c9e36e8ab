import { Injectable } from '@nestjs/common';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';

const WORDS = {
  de: {
    subject: 'Angebot wartet, niemand ist da',
    text: 'Guten Tag,\n\nin Lotse wartet ein Angebot an Ihre Organisation, und heute ist niemand da, der darüber entscheiden kann. Bitte sorgen Sie für eine Vertretung, sonst läuft das Angebot ab.',
    number: 'Aktenzeichen',
  },
  en: {
    subject: 'An offer waits, nobody is there',
    text: 'Hello,\n\nin Lotse an offer to your organisation waits, and nobody is there today who can decide on it. Please arrange for a deputy, or the offer will expire.',
    number: 'File number',
  },
} as const;

/** To the leads and administrators of an organisation whose liaisons are all away. Of a confidential case it does not even name the number. */
@Injectable()
export class UnattendedMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    templates.register('handover.unattended', (id, language) => this.write(id, language));
  }

  private async write(id: string, language: 'de' | 'en'): Promise<MailText | undefined> {
    const [row] = await this.db.anonymous((tx) =>
      tx.query<{ file_number: string | null; state: string }[]>('select file_number, state from unattended_mail($1)', [id]),
    );
    if (row?.state !== 'OFFERED') return undefined;
    const { subject, text, number } = WORDS[language];
    const fileNumber = row.file_number && onOneLine(row.file_number);
    return {
      subject: fileNumber ? `${subject}: ${fileNumber}` : subject,
      text: `${text}\n\n${fileNumber ? `${number}: ${fileNumber}\n` : ''}${this.config.publicUrl}/uebergaben/eingang\n`,
    };
  }
}
