/** After so many attempts a mail is given up; an administrator can send it again. */
export const MAIL_ATTEMPTS = 8;

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 6 * 3600;

/**
 * Seconds until the next attempt: doubling from half a minute up to six hours, spread over half to one and a half of that, so that
 * many mails refused at the same moment do not come back at the same moment.
 * @param attempts how often it was tried already, from 1
 * @param random 0 ≤ random < 1
 */
export function mailRetrySeconds(attempts: number, random: number = Math.random()): number {
  const wait = Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (attempts - 1));
  return Math.round(wait * (0.5 + random));
}

/** The mail server has refused for good (RFC 5321, 4.2.1: replies 5yz): trying again would get the same answer. */
export function isFinalRefusal(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500 && responseCode < 600;
}

/** What stands in the outbox for a failure: a short reason without addresses, which servers like to repeat in their answers. */
export function mailErrorText(error: unknown): string {
  const { code, responseCode, message } = error as { code?: unknown; responseCode?: unknown; message?: unknown };
  const known = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');
  return (known || String(message ?? error).replace(/\S+@\S+/g, '…')).slice(0, 200);
}
