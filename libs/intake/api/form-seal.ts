import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@lotse/shared/api';

/** Faster than this nobody fills in the form; longer than a day no page stays open. Milliseconds. */
export const FILL_TIME = { least: 3_000, most: 86_400_000 } as const;

/**
 * Says when a form was handed out, under a signature, so that a program can neither invent a form nor send one in no time: no puzzle, no
 * foreign service, nothing stored.
 */
@Injectable()
export class FormSeal {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'lotse', 'enquiry form', 32));
  }

  /** The value of the hidden field. */
  seal(now = Date.now()): string {
    const at = now.toString(36);
    return `${at}.${this.sign(at)}`;
  }

  /** Milliseconds until a person could have filled in the form, 0 when enough have passed; undefined for no form of ours, or an old one. */
  wait(seal: string, now = Date.now()): number | undefined {
    const [at = '', signature = ''] = seal.split('.');
    const wanted = Buffer.from(this.sign(at));
    const given = Buffer.from(signature);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
    const age = now - parseInt(at, 36);
    return age < 0 || age > FILL_TIME.most ? undefined : Math.max(0, FILL_TIME.least - age);
  }

  private sign(at: string): string {
    return createHmac('sha256', this.key).update(`form:${at}`).digest('base64url').slice(0, 22);
  }
}
