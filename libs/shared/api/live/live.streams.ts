import { Injectable, Logger } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { LiveHub, type LiveNotice } from './live.hub';
import { LiveTopics } from './live-topics';

/** Notices a slow reader may leave waiting; beyond, the stream ends and the browser opens a new one. */
const MAX_WAITING = 200;

/** The open streams. Each tells its reader only of rows that the reader, asked at that moment, may see. */
@Injectable()
export class LiveStreams {
  readonly #log = new Logger('Live');
  /** Milliseconds between signs of life, at which the session is looked at too. */
  heartbeat = 15_000;

  constructor(
    private readonly hub: LiveHub,
    private readonly topics: LiveTopics,
    private readonly db: Database,
  ) {}

  /** Keeps `response` open until the reader leaves, the session is over or the program ends. */
  open(actor: Actor, response: Response): void {
    if (this.hub.closing.aborted) {
      response.status(503).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' });
    response.write('retry: 3000\n\n');

    let last: Promise<unknown> = Promise.resolve();
    let waiting = 0;
    const end = () => void response.end();
    const inTurn = (step: () => Promise<void>) => {
      if (++waiting > MAX_WAITING) return end();
      last = last.then(step).then(
        () => waiting--,
        (error: Error) => {
          this.#log.warn(`a stream ended: ${error.name}`);
          end();
        },
      );
    };
    const leave = this.hub.subscribe((notice) => {
      if (notice.orgs.includes(actor.organisationId)) inTurn(() => this.#tell(actor, notice, response));
    });
    const beat = setInterval(() => inTurn(() => this.#beat(actor, response)), this.heartbeat);
    this.hub.closing.addEventListener('abort', end);
    response.once('close', () => {
      leave();
      clearInterval(beat);
      this.hub.closing.removeEventListener('abort', end);
    });
  }

  async #tell(actor: Actor, { topic, id }: LiveNotice, response: Response): Promise<void> {
    const check = this.topics.check(topic);
    if (!check || response.writableEnded) return;
    if (await this.db.as(actor, (tx) => check(tx, id, actor))) response.write(`data: ${JSON.stringify({ topic, id })}\n\n`);
  }

  /** Does not count as using the session, or an open page would keep it alive for ever. */
  async #beat(actor: Actor, response: Response): Promise<void> {
    if (response.writableEnded) return;
    const rows = await this.db.as(actor, (tx) => tx.query<{ user: string | null }[]>('select my_user() as user'));
    if (rows[0]?.user === actor.userId) response.write(':\n\n');
    else response.end();
  }
}
