import { Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { AppConfig } from '../config';

/** What a token looks like; anything else is not even asked of the database. */
const token = /^[\w-]{20,200}$/;

/**
 * The cookie that carries the session token. Over https it has the `__Host-` prefix, which ties it to this host and to Secure;
 * browsers refuse that prefix on plain http, so there (localhost) it is called `lotse`.
 */
@Injectable()
export class SessionCookie {
  readonly name: string;
  readonly #options;

  constructor(config: AppConfig) {
    const secure = config.publicUrl.startsWith('https:');
    this.name = secure ? '__Host-lotse' : 'lotse';
    this.#options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  }

  /** The token a request brings, if it can be one. */
  read(request: Request): string | undefined {
    const value = parseCookie(request.headers.cookie ?? '')[this.name];
    return value !== undefined && token.test(value) ? value : undefined;
  }

  /** Ends with the browser; the server ends it earlier when it is idle or old. */
  set(response: Response, value: string): void {
    response.cookie(this.name, value, this.#options);
  }

  clear(response: Response): void {
    response.clearCookie(this.name, this.#options);
  }
}
