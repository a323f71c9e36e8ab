import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuthDatabase, DomainError } from '@lotse/shared/api';

/** Failures before the wait begins: few for one account, many for one address, behind which a whole town hall may sit. */
const ALLOWED = { account: 5, address: 60 };

const keyOf = (kind: string, value: string) => createHash('sha256').update(`${kind}:${value}`).digest();
const accountKey = (email: string) => keyOf('account', email.toLowerCase());
const addressKey = (address: string) => keyOf('address', address);

/** Slows down guessing, for existing and invented accounts alike. */
@Injectable()
export class SignInThrottle {
  constructor(private readonly db: AuthDatabase) {}

  /**
   * Lets a password be checked, unless the account or the network address has to wait. A password that fits makes the account's failures
   * forgotten, never the address's: otherwise whoever has one account could guess at all others without end.
   * @param check what the password proves, or `false` when it does not fit
   * @throws DomainError tooMany with `retryAfter` in seconds
   */
  async attempt<T>(email: string, address: string, check: () => Promise<T | false>): Promise<T | false> {
    await this.admit(email, address);
    const proof = await check();
    // Only guesses count against an address, or a town hall on a Monday morning would lock itself out.
    await this.db.anonymous((tx) =>
      proof === false
        ? tx.query('select auth_record_failure($1)', [[addressKey(address)]])
        : tx.query('select auth_forget_failures($1)', [[accountKey(email)]]),
    );
    return proof;
  }

  private async admit(email: string, address: string): Promise<void> {
    const account = accountKey(email);
    const wait = await this.db.anonymous(async (tx) => {
      const rows = await tx.query<{ seconds: number }[]>('select auth_wait_seconds($1, $2) as seconds', [
        [account, addressKey(address)],
        [ALLOWED.account, ALLOWED.address],
      ]);
      const seconds = rows[0]?.seconds ?? 0;
      // Counted before the hash is computed: many guesses at once would otherwise all be admitted. How many of one address are on their
      // way is bounded by the short queue of `Passwords`.
      if (seconds === 0) await tx.query('select auth_record_failure($1)', [[account]]);
      return seconds;
    });
    if (wait > 0) throw new DomainError('tooMany', 'session.tooManyFailures', { retryAfter: wait });
  }
}
