import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthDatabase, DomainError } from '@lotse/shared/api';

/** Failures before the wait begins: few for one account, many for one address, behind which a whole town hall may sit. */
const ALLOWED = { account: 5, address: 60 };

const keyOf = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value}`).digest();

/** Slows down guessing, for existing and invented accounts alike. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly db: AuthDatabase) {}

  /** @throws DomainError tooMany with `retryAfter` in seconds */
  async admit(email: string, address: string): Promise<void> {
    const keys = [keyOf('account', email.toLowerCase()), keyOf('address', address)];
    const wait = await this.db.anonymous(async (tx) => {
      const rows = await tx.query<{ seconds: number }[]>('select auth_wait_seconds($1, $2) as seconds', [
        keys,
        [ALLOWED.account, ALLOWED.address],
      ]);
      const seconds = rows[0]?.seconds ?? 0;
      // Counted before the hash is computed: many guesses at once would otherwise all be admitted.
      if (seconds === 0) await tx.query('select auth_record_failure($1)', [keys]);
      return seconds;
    });
    if (wait > 0) throw new DomainError('tooMany', 'session.tooManyFailures', { retryAfter: wait });
  }

  async forget(email: string, address: string): Promise<void> {
    const keys = [keyOf('account', email.toLowerCase()), keyOf('address', address)];
    await this.db.anonymous((tx) => tx.query('select auth_forget_failures($1)', [keys]));
  }
}
