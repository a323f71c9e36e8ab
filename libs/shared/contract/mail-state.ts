/**
 * What became of a mail. QUEUED: due, or waiting for the next attempt. SENDING: handed to the mail server now. SENT: taken by it.
 * FAILED: given up. HELD: there is no mail server, so it stays in the outbox. OBSOLETE: its occasion was gone before it was sent.
 */
export const MAIL_STATES = ['QUEUED', 'SENDING', 'SENT', 'FAILED', 'HELD', 'OBSOLETE'] as const;
export type MailState = (typeof MAIL_STATES)[number];
