import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '@lotse/shared/api';
import type { Language } from '@lotse/identity/contract';
import { InvitationTokens } from './invitation-token';

const TEXT: Record<Language, { subject: string; text: (link: string) => string }> = {
  de: {
    subject: 'Ihr Zugang zu Lotse',
    text: (link) =>
      `Guten Tag,\n\nfür Sie wurde ein Zugang zu Lotse vorbereitet, dem gemeinsamen Arbeitsplatz der Wirtschaftsförderung.\n` +
      `Mit diesem Link legen Sie Ihr Kennwort fest:\n\n${link}\n\n` +
      `Der Link gilt sieben Tage und nur einmal. Haben Sie nicht damit gerechnet, brauchen Sie nichts zu tun.\n`,
  },
  en: {
    subject: 'Your access to Lotse',
    text: (link) =>
      `Hello,\n\naccess to Lotse, the shared workplace of the business service, has been prepared for you.\n` +
      `Use this link to set your password:\n\n${link}\n\n` +
      `The link works once, within seven days. If you did not expect it, there is nothing you need to do.\n`,
  },
};

/** The mail with the one-time link, rendered when it is sent. */
@Injectable()
export class InvitationMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly tokens: InvitationTokens,
  ) {}

  onModuleInit(): void {
    this.templates.register('invitation', (invitationId, language) =>
      Promise.resolve({ subject: TEXT[language].subject, text: TEXT[language].text(this.tokens.link(invitationId)) }),
    );
  }
}
