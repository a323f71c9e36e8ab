import { Injectable } from '@nestjs/common';
import { AuthDatabase, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { type ChangePasswordDto, passwordFault } from '@lotse/identity/contract';
import { Passwords } from './passwords';
import { tokenHash } from './session-token';
import { SignInThrottle } from './sign-in-throttle';

/** @throws DomainError 400 naming `/newPassword` when the new password is guessable */
export function refuseWeakPassword(password: string, identity: string[], pointer: string): void {
  const fault = passwordFault(password, identity);
  if (fault) throw DomainError.field(pointer, `password.${fault}`);
}

/** A new password ends every other session of the person. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly db: AuthDatabase,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  async change(actor: Actor, input: ChangePasswordDto, address: string): Promise<void> {
    const hash = tokenHash(actor.token);
    const [account] = await this.db.anonymous((tx) =>
      tx.query<{ password_hash: string; email: string }[]>('select * from auth_password_hash($1)', [hash]),
    );
    if (!account) throw new DomainError('unauthenticated', 'session.missing');
    refuseWeakPassword(input.newPassword, [account.email, actor.name], '/newPassword');
    const isOwn = () => this.passwords.fits(account.password_hash, input.currentPassword);
    if (!(await this.throttle.attempt(account.email, address, isOwn))) throw DomainError.field('/currentPassword', 'password.wrong');
    const next = await this.passwords.hash(input.newPassword);
    await this.db.anonymous((tx) => tx.query('select auth_set_password($1, $2)', [hash, next]));
  }
}
