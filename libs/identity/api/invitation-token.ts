import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@lotse/shared/api';
import { tokenHash } from './session-token';

/**
 * One-time links are computed from the invitation's id and the program's secret, so a mail can be rendered again without the
 * link being stored anywhere; the database holds its hash alone.
 */
@Injectable()
export class InvitationTokens {
  constructor(private readonly config: AppConfig) {}

  token(invitationId: string): string {
    return createHmac('sha256', this.config.secret).update(`invitation:${invitationId}`).digest('base64url').slice(0, 32);
  }

  hash(token: string): Buffer {
    return tokenHash(token);
  }

  link(invitationId: string): string {
    return `${this.config.publicUrl}/einladung/${this.token(invitationId)}`;
  }
}
