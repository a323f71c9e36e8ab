import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { AppConfig } from '../config';

export const LIVE_CHANNEL = 'lotse_live';

/** What a committed change tells: ids only, and whose people may hear of it. */
export interface LiveNotice {
  topic: string;
  id: string;
  orgs: string[];
}

export type LiveListener = (notice: LiveNotice) => void;

/** One LISTEN connection for the whole program, opened again whenever it is lost. */
@Injectable()
export class LiveHub implements OnModuleInit, OnApplicationShutdown {
  readonly #log = new Logger('Live');
  readonly #listeners = new Set<LiveListener>();
  readonly #closing = new AbortController();
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #attempt = 0;

  constructor(private readonly config: AppConfig) {}

  /** Aborts when the program ends: open streams end too. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  async onModuleInit(): Promise<void> {
    await this.#connect();
  }

  /** Calls `listener` for each notice until the returned function is called. */
  subscribe(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends every open stream, so that the server can drain. */
  endStreams(): void {
    this.#closing.abort();
  }

  async onApplicationShutdown(): Promise<void> {
    this.endStreams();
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({ connectionString: this.config.databases.app, application_name: 'lotse live', keepAlive: true });
    client.on('notification', ({ payload }) => this.#spread(payload));
    let lost = false;
    const again = () => {
      if (lost || this.#closing.signal.aborted) return;
      lost = true;
      client.end().catch(() => undefined);
      const pause = Math.min(250 * 2 ** this.#attempt++, 10_000);
      this.#retry = setTimeout(() => void this.#connect(), pause);
    };
    client.on('error', again);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`listen ${LIVE_CHANNEL}`);
      this.#client = client;
      this.#attempt = 0;
    } catch {
      this.#log.warn('the connection for live updates is lost');
      again();
    }
  }

  #spread(payload: string | undefined): void {
    const notice = parse(payload);
    if (notice) for (const listener of this.#listeners) listener(notice);
  }
}

function parse(payload: string | undefined): LiveNotice | undefined {
  try {
    const value = JSON.parse(payload ?? '') as Partial<LiveNotice>;
    const fits = typeof value.topic === 'string' && typeof value.id === 'string' && Array.isArray(value.orgs);
    return fits ? (value as LiveNotice) : undefined;
  } catch {
    return undefined;
  }
}
