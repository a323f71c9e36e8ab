import { Injectable } from '@nestjs/common';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';

interface Letter {
  case_id: string;
  file_number: string;
  organisation: string;
  contact: string;
  contact_email: string | null;
}

type Write = (letter: Letter, publicUrl: string) => MailText;

/** To the company. It repeats nothing of the form: whoever enters somebody else's address cannot make us carry words there. */
const RECEIPT: Record<'de' | 'en', Write> = {
  de: ({ file_number, organisation, contact, contact_email }) => ({
    subject: `Ihre Anfrage ist angekommen: ${file_number}`,
    text: `Guten Tag,

vielen Dank für Ihre Anfrage. Sie ist angekommen und hat das Aktenzeichen ${file_number}.

Ihre Ansprechperson: ${contact}, ${organisation}
${contact_email ? `E-Mail: ${contact_email}\n` : ''}
${contact} meldet sich innerhalb von drei Arbeitstagen bei Ihnen. Bitte nennen Sie bei Rückfragen das Aktenzeichen.

Sie haben keine Anfrage gestellt? Dann hat jemand Ihre Adresse eingetragen. Eine kurze Nachricht an die Ansprechperson genügt, und
wir löschen die Angaben.

Mit freundlichen Grüßen
${organisation}
`,
  }),
  en: ({ file_number, organisation, contact, contact_email }) => ({
    subject: `We have received your enquiry: ${file_number}`,
    text: `Hello,

thank you for your enquiry. It has arrived and has the file number ${file_number}.

Your contact: ${contact}, ${organisation}
${contact_email ? `E-mail: ${contact_email}\n` : ''}
${contact} will get in touch with you within three working days. Please mention the file number whenever you contact us.

You have not sent an enquiry? Then somebody has entered your address. A short message to the contact is enough, and we will
delete the data.

Kind regards
${organisation}
`,
  }),
};

/** To the liaisons: that something arrived, and where; never what it is about. */
const NEWS: Record<'de' | 'en', Write> = {
  de: ({ file_number, case_id }, publicUrl) => ({
    subject: `Neue Anfrage eines Unternehmens: ${file_number}`,
    text: `Guten Tag,\n\nein Unternehmen hat Ihrer Organisation über das Formular eine Anfrage gestellt. Zugesagt ist eine Antwort innerhalb von drei Arbeitstagen.\n\nAktenzeichen: ${file_number}\n${publicUrl}/vorgaenge/${case_id}\n`,
  }),
  en: ({ file_number, case_id }, publicUrl) => ({
    subject: `New enquiry of a company: ${file_number}`,
    text: `Hello,\n\na company has sent your organisation an enquiry by the form. An answer within three working days was promised.\n\nFile number: ${file_number}\n${publicUrl}/vorgaenge/${case_id}\n`,
  }),
};

/** Mails about enquiries, written when they are sent. */
@Injectable()
export class EnquiryMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    templates.register('enquiry.receipt', (id, language) => this.write(RECEIPT[language], id));
    templates.register('enquiry.news', (id, language) => this.write(NEWS[language], id));
  }

  /** Undefined when the enquiry is gone. */
  private async write(write: Write, id: string): Promise<MailText | undefined> {
    const [row] = await this.db.anonymous((tx) =>
      tx.query<Letter[]>('select case_id, file_number, organisation, contact, contact_email from enquiry_letter($1)', [id]),
    );
    if (!row) return undefined;
    const plain = { ...row, organisation: onOneLine(row.organisation), contact: onOneLine(row.contact) };
    return write(plain, this.config.publicUrl);
  }
}
