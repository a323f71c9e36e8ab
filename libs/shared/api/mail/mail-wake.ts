import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { AppConfig } from '../config';

const LONGEST_WAIT_MS = 30_000;

/** Hears `NOTIFY lotse_mail` on a connection of its own, so that a mail leaves the moment its transaction is committed. */
@Injectable()
export class MailWake {
  private readonly logger = new Logger('Mail');
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly config: AppConfig) {}

  /** Calls `wake` for every notice, and once after every (re)connection: a notice may have been missed. */
  async listen(wake: () => void, attempt = 1): Promise<void> {
    const client = new Client({ connectionString: this.config.databases.jobs, application_name: 'lotse mail', keepAlive: true });
    client.on('notification', wake);
    client.on('error', () => this.retry(client, wake, 1));
    client.on('end', () => this.retry(client, wake, 1));
    this.client = client;
    try {
      await client.connect();
      await client.query('listen lotse_mail');
      wake();
    } catch (error) {
      this.logger.warn(`cannot listen for mails: ${(error as Error).message}`);
      this.retry(client, wake, attempt + 1);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private retry(failed: Client, wake: () => void, attempt: number): void {
    if (this.closed || this.client !== failed) return;
    this.client = undefined;
    failed.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.listen(wake, attempt), Math.min(LONGEST_WAIT_MS, 500 * 2 ** attempt));
    this.timer.unref();
  }
}
