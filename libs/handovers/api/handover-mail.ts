import { Injectable } from '@nestjs/common';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';

type Language = 'de' | 'en';
type Occasion = 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'asked';

/** Subject and first sentence; a mail says which case and where to look, never what it is about. */
const TEXTS: Record<Occasion, Record<Language, { subject: string; sentence: string }>> = {
  offered: {
    de: {
      subject: 'Neues Angebot zu Vorgang',
      sentence: 'Ihrer Organisation wurde ein Vorgang angeboten. Bitte entscheiden Sie darüber in Lotse.',
    },
    en: { subject: 'New offer for case', sentence: 'A case has been offered to your organisation. Please decide on it in Lotse.' },
  },
  accepted: {
    de: { subject: 'Angebot angenommen: Vorgang', sentence: 'Ihr Angebot wurde angenommen.' },
    en: { subject: 'Offer accepted: case', sentence: 'Your offer has been accepted.' },
  },
  declined: {
    de: { subject: 'Angebot abgelehnt: Vorgang', sentence: 'Ihr Angebot wurde abgelehnt. Der Vorgang bleibt bei Ihnen.' },
    en: { subject: 'Offer declined: case', sentence: 'Your offer has been declined. The case stays with you.' },
  },
  withdrawn: {
    de: {
      subject: 'Angebot zurückgezogen: Vorgang',
      sentence: 'Ein Angebot an Ihre Organisation wurde zurückgezogen. Sie müssen nichts tun.',
    },
    en: { subject: 'Offer withdrawn: case', sentence: 'An offer to your organisation has been withdrawn. There is nothing to do.' },
  },
  expired: {
    de: {
      subject: 'Angebot abgelaufen: Vorgang',
      sentence: 'Ein Angebot ist ohne Entscheidung abgelaufen. Der Vorgang bleibt bei der anbietenden Stelle.',
    },
    en: {
      subject: 'Offer expired: case',
      sentence: 'An offer has expired without a decision. The case stays with the organisation that offered it.',
    },
  },
  asked: {
    de: { subject: 'Rückfrage zu Vorgang', sentence: 'Zu einem Angebot gibt es eine Rückfrage.' },
    en: { subject: 'Question about case', sentence: 'There is a question about an offer.' },
  },
};

const LETTER: Record<Language, (sentence: string, fileNumber: string, link: string) => string> = {
  de: (sentence, fileNumber, link) => `Guten Tag,\n\n${sentence}\n\nAktenzeichen: ${fileNumber}\n${link}\n`,
  en: (sentence, fileNumber, link) => `Hello,\n\n${sentence}\n\nFile number: ${fileNumber}\n${link}\n`,
};

/** Mails about handovers, written when they are sent. They carry the file number and a link that needs signing in. */
@Injectable()
export class HandoverMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    for (const occasion of Object.keys(TEXTS) as Occasion[])
      templates.register(`handover.${occasion}`, (id, language) => this.write(occasion, id, language));
  }

  /** Nothing, once an offer was decided before its mail went out: the mail about the decision says more. */
  private async write(occasion: Occasion, id: string, language: Language): Promise<MailText | undefined> {
    const [row] = await this.db.anonymous((tx) =>
      tx.query<{ file_number: string; state: string }[]>('select file_number, state from handover_mail($1)', [id]),
    );
    if (!row || (occasion === 'offered' && row.state !== 'OFFERED')) return undefined;
    const { subject, sentence } = TEXTS[occasion][language];
    const fileNumber = onOneLine(row.file_number);
    return {
      subject: `${subject} ${fileNumber}`,
      text: LETTER[language](sentence, fileNumber, `${this.config.publicUrl}/uebergaben/${id}`),
    };
  }
}
