import { Injectable } from '@nestjs/common';
import { kindWords, type NotificationReason, REASON_WORDS } from '@lotse/notifications/contract';
import { AppConfig, JobsDatabase, MailTemplates, type MailText } from '@lotse/shared/api';
import { onOneLine } from '@lotse/shared/contract';

interface Line {
  file_number: string;
  reason: NotificationReason;
  kind: string;
  events: number;
}

/** Longer mails are not read; the page has the rest. */
const LINES_MAX = 50;

const FRAME = {
  de: {
    subject: (n: number) => (n === 1 ? 'Neues in einem Vorgang' : `Neues in ${n} Vorgängen`),
    hello: 'Guten Tag,\n\nin Lotse ist neu:',
    more: (n: number) => `und ${n} weitere`,
    news: (n: number) => (n === 1 ? '' : `, ${n} Neuigkeiten`),
    settings: 'Wann und ob Sie diese Mail erhalten, stellen Sie unter „Mein Konto“ ein:',
  },
  en: {
    subject: (n: number) => (n === 1 ? 'News in one case' : `News in ${n} cases`),
    hello: 'Hello,\n\nthis is new in Lotse:',
    more: (n: number) => `and ${n} more`,
    news: (n: number) => (n === 1 ? '' : `, ${n} pieces of news`),
    settings: 'Whether and when you receive this mail is set under “My account”:',
  },
} as const;

/** The mail of the day: file number, what happened and why one is told, nothing of what it is about; the link needs signing in. */
@Injectable()
export class DigestMail {
  constructor(
    templates: MailTemplates,
    private readonly db: JobsDatabase,
    private readonly config: AppConfig,
  ) {
    templates.register('notification.digest', (id, language) => this.write(id, language));
  }

  /** Nothing, once everything was read or is no longer the person's to read. */
  private async write(id: string, language: 'de' | 'en'): Promise<MailText | undefined> {
    const lines = await this.db.anonymous((tx) => tx.query<Line[]>('select file_number, reason, kind, events from digest_lines($1)', [id]));
    if (lines.length === 0) return undefined;
    const words = FRAME[language];
    const shown = lines.slice(0, LINES_MAX).map((line) => {
      const what = `${kindWords(line.kind, language)}${words.news(line.events)}`;
      return `- ${onOneLine(line.file_number)}: ${what} (${REASON_WORDS[line.reason][language]})`;
    });
    if (lines.length > LINES_MAX) shown.push(`- ${words.more(lines.length - LINES_MAX)}`);
    const links = `${this.config.publicUrl}/mitteilungen\n\n${words.settings}\n${this.config.publicUrl}/konto\n`;
    return { subject: words.subject(lines.length), text: `${words.hello}\n\n${shown.join('\n')}\n\n${links}` };
  }
}
