import { IsIn, IsOptional } from 'class-validator';
import { MAIL_STATES, type MailState } from './mail-state';
import { PageQueryDto } from './page-query.dto';

/** Which mails of the own organisation to list; the newest come first. */
export class OutgoingMailQueryDto extends PageQueryDto {
  /** Only mails in this state. */
  @IsOptional()
  @IsIn(MAIL_STATES)
  state?: MailState;
}

/** A mail of the own organisation on its way out. */
export class OutgoingMailDto {
  id!: string;
  /** What the mail is about: `survey`, `invitation`, `handover.offered`. */
  template!: string;
  /** Address of the recipient; of a mail about a case only its domain (`@firma.example`), except in demo mode. */
  to!: string;
  /** Null for mails about cases, except in demo mode, and where the occasion is gone. */
  subject!: string | null;
  /** The whole text, in demo mode only; otherwise null, since it may hold one-time links. */
  text!: string | null;
  state!: MailState;
  /** Language of the text: `de` or `en`. */
  language!: string;
  /** How often sending was tried. */
  attempts!: number;
  /** What the mail server said last, without addresses. */
  lastError!: string | null;
  /** When the next attempt is due; null unless it is QUEUED. UTC. */
  nextAttemptAt!: string | null;
  /** UTC. */
  createdAt!: string;
  /** UTC. */
  sentAt!: string | null;
}

export class OutgoingMailPageDto {
  items!: OutgoingMailDto[];
  total!: number;
}
