import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@lotse/shared/api';

/** 32 characters of base64url are 192 bits: nobody finds a link by trying. */
const TOKEN_LENGTH = 32;

/**
 * Links of surveys are computed from the survey's id and a key derived from the program's secret. So a mail can be written again
 * without the link being stored anywhere; the database holds its hash alone.
 */
@Injectable()
export class SurveyLinks {
  private readonly key: Buffer;

  constructor(private readonly config: AppConfig) {
    this.key = Buffer.from(hkdfSync('sha256', config.secret, 'lotse', 'survey links', 32));
  }

  token(surveyId: string): string {
    return createHmac('sha256', this.key).update(`survey:${surveyId}`).digest('base64url').slice(0, TOKEN_LENGTH);
  }

  /** What the database knows of a token. Of anything that cannot be one it is the hash of nothing. */
  hash(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  /** Built from the configured address only. */
  url(token: string): string {
    return `${this.config.publicUrl}/umfrage/${token}`;
  }
}
