import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { AppConfig } from '../config';
import type { MailText } from './mail-templates';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** One mail on its way. */
export interface Letter extends MailText {
  /** Id of the row in the outbox: a mail sent twice has the same Message-ID, so that it can be recognised. */
  id: string;
  to: string;
  language: 'de' | 'en';
}

/** Hands mails to the server behind `SMTP_URL`. */
@Injectable()
export class MailTransport {
  private readonly smtp: Transporter | undefined;
  private readonly sender: { name: string; address: string };
  private readonly domain: string;

  constructor(config: AppConfig) {
    const { hostname } = new URL(config.publicUrl);
    this.domain = hostname;
    this.sender = { name: 'Lotse', address: config.mailFrom ?? `lotse@${hostname}` };
    if (config.smtpUrl)
      this.smtp = createTransport({
        url: config.smtpUrl,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
      });
  }

  /** Without a mail server everything stays in the outbox. */
  get isConfigured(): boolean {
    return this.smtp !== undefined;
  }

  /** @throws what the server or the network said */
  async send(letter: Letter): Promise<void> {
    await this.smtp?.sendMail({
      from: this.sender,
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${this.domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  close(): void {
    this.smtp?.close();
  }
}
