import { Injectable } from '@nestjs/common';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';

type Language = 'de' | 'en';
type Occasion = 'sent' | 'reminder' | 'withdrawn' | 'decided';
interface MailFacts {
  due_on: string;
  state: string;
  lead: string;
}

/** Subject and first sentence; the mail names the lead and the date, never what is needed or offered. */
const TEXTS: Record<Occasion, Record<Language, { subject: string; sentence: (lead: string, due: string) => string }>> = {
  sent: {
    de: {
      subject: 'Neue Flächenabfrage',
      sentence: (lead, due) => `${lead} fragt Ihre Organisation nach einer Fläche. Bitte antworten Sie bis zum ${due} in Lotse.`,
    },
    en: {
      subject: 'New enquiry for a site',
      sentence: (lead, due) => `${lead} asks your organisation for a site. Please answer in Lotse by ${due}.`,
    },
  },
  reminder: {
    de: {
      subject: 'Flächenabfrage: Ihre Antwort fehlt noch',
      sentence: (lead, due) =>
        `${lead} wartet auf Ihre Antwort zu einer Flächenabfrage. Der letzte Tag dafür ist der ${due}. Auch „keine passende Fläche“ ist eine Antwort.`,
    },
    en: {
      subject: 'Enquiry for a site: your answer is missing',
      sentence: (lead, due) =>
        `${lead} waits for your answer to an enquiry for a site. The last day for it is ${due}. "No suitable site" is an answer, too.`,
    },
  },
  withdrawn: {
    de: {
      subject: 'Flächenabfrage zurückgezogen',
      sentence: (lead) => `${lead} hat eine Flächenabfrage zurückgezogen. Sie müssen nichts tun.`,
    },
    en: {
      subject: 'Enquiry for a site withdrawn',
      sentence: (lead) => `${lead} has withdrawn an enquiry for a site. There is nothing to do.`,
    },
  },
  decided: {
    de: {
      subject: 'Flächenabfrage entschieden',
      sentence: (lead) => `${lead} hat über eine Flächenabfrage entschieden. Ihr Ergebnis steht in Lotse.`,
    },
    en: {
      subject: 'Enquiry for a site decided',
      sentence: (lead) => `${lead} has decided on an enquiry for a site. Your result is in Lotse.`,
    },
  },
};

const LETTER: Record<Language, (sentence: string, link: string) => string> = {
  de: (sentence, link) => `Guten Tag,\n\n${sentence}\n\n${link}\n`,
  en: (sentence, link) => `Hello,\n\n${sentence}\n\n${link}\n`,
};

/** Mails about enquiries for sites, written when they are sent. All receivers of one enquiry are told at the same moment. */
@Injectable()
export class DistributionMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    for (const occasion of Object.keys(TEXTS) as Occasion[])
      templates.register(`distribution.${occasion}`, (id, language) => this.write(occasion, id, language));
  }

  /** Nothing, once an enquiry ended before its mail went out. */
  private async write(occasion: Occasion, id: string, language: Language): Promise<MailText | undefined> {
    const [row] = await this.db.anonymous((tx) =>
      tx.query<MailFacts[]>('select due_on::text as due_on, state, lead from distribution_mail($1)', [id]),
    );
    if (!row || (['sent', 'reminder'].includes(occasion) && row.state !== 'RUNNING')) return undefined;
    const { subject, sentence } = TEXTS[occasion][language];
    const due = language === 'de' ? row.due_on.split('-').reverse().join('.') : row.due_on;
    return { subject, text: LETTER[language](sentence(onOneLine(row.lead), due), `${this.config.publicUrl}/flaechenabfragen/${id}`) };
  }
}
