import { Injectable } from '@nestjs/common';
import { GRADES, GRADE_WORDS } from '@lotse/feedback/contract';
import { JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';
import { CASE_TYPE_WORDS, type Language, plainDay } from './survey-words';
import { SurveyLinks } from './survey-links';

interface LetterRow {
  organisation: string;
  contact: string | null;
  company: string | null;
  file_number: string;
  case_type: string;
  closed_on: string;
  expires_on: string;
}

/** Everything a letter is made of. */
interface Letter extends LetterRow {
  link: string;
}

/** A link for each grade: it only pre-selects, since mail scanners open links too. */
const gradeLines = (link: string, language: Language) =>
  GRADES.map((grade) => `  ${grade} ${GRADE_WORDS[language][grade]}: ${link}?note=${grade}${language === 'en' ? '&lang=en' : ''}`).join(
    '\n',
  );

const about = (letter: Letter) => [letter.company, letter.file_number].filter(Boolean).join(', ');

const WRITE: Record<Language, (letter: Letter) => MailText> = {
  de: (letter) => ({
    subject: `Wie zufrieden sind Sie mit uns? ${letter.organisation}, ${letter.file_number}`,
    text: `Guten Tag${letter.contact ? ` ${letter.contact}` : ''},

am ${plainDay(letter.closed_on, 'de')} haben wir Ihr Anliegen „${CASE_TYPE_WORDS.de(letter.case_type)}“ abgeschlossen (${about(letter)}).
Welche Schulnote geben Sie unserem Service? Bitte antworten Sie hier:

${letter.link}

Oder wählen Sie die Note gleich vor; gespeichert wird sie erst mit „Absenden“:

${gradeLines(letter.link, 'de')}

Das dauert eine Viertelminute. Der Link gilt bis zum ${plainDay(letter.expires_on, 'de')}.

Ihre Antwort ist vertraulich, aber nicht anonym: Die Leitung der Stelle, die Ihr Anliegen abgeschlossen hat, sieht sie, damit sie
Ihnen weiterhelfen kann. Alle anderen sehen nur Zahlen aus mindestens fünf Antworten.

Sie möchten keine solchen Fragen mehr bekommen? Hier können Sie widersprechen:
${letter.link}/widerspruch

Mit freundlichen Grüßen
${letter.organisation}
`,
  }),
  en: (letter) => ({
    subject: `How satisfied are you with us? ${letter.organisation}, ${letter.file_number}`,
    text: `Hello${letter.contact ? ` ${letter.contact}` : ''},

on ${plainDay(letter.closed_on, 'en')} we closed your request "${CASE_TYPE_WORDS.en(letter.case_type)}" (${about(letter)}).
Which school grade do you give our service, from 1 (best) to 6? Please answer here:

${letter.link}

Or select the grade right away; only "Send" stores it:

${gradeLines(letter.link, 'en')}

It takes a quarter of a minute. The link works until ${plainDay(letter.expires_on, 'en')}.

Your answer is confidential, but not anonymous: the lead of the office that closed your request sees it, to be able to help you.
Everybody else sees figures from at least five answers only.

You would rather not get such questions? You can object here:
${letter.link}/widerspruch?lang=en

Kind regards
${letter.organisation}
`,
  }),
};

/** Names stay on their line, whatever was stored: nobody may add a sentence or a link to our letter by a name. */
const plain = (row: LetterRow): LetterRow => ({
  ...row,
  organisation: onOneLine(row.organisation),
  contact: row.contact && onOneLine(row.contact),
  company: row.company && onOneLine(row.company),
  file_number: onOneLine(row.file_number),
});

/** The mail after a closed case, written when it is sent; the database learns the hash of its link before anybody can see it. */
@Injectable()
export class SurveyMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly links: SurveyLinks,
  ) {
    templates.register('survey', (surveyId, language) => this.write(surveyId, language));
  }

  /** Undefined when the survey is gone, or the person has objected before the mail went out. */
  private async write(surveyId: string, language: Language): Promise<MailText | undefined> {
    const token = this.links.token(surveyId);
    const [row] = await this.db.anonymous(async (tx) => {
      await tx.query('select issue_survey_token($1, $2)', [surveyId, this.links.hash(token)]);
      return tx.query<LetterRow[]>(
        `select organisation, contact, company, file_number, case_type, closed_on::text, expires_on::text from survey_letter($1)`,
        [surveyId],
      );
    });
    return row && WRITE[language]({ ...plain(row), link: this.links.url(token) });
  }
}
