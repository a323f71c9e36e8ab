import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { AuthDatabase } from '@lotse/shared/api';
import { Strategy } from 'passport-local';
import { Passwords } from './passwords';

/** The account a password belongs to. */
export interface Account {
  userId: string;
}

/** Passport's strategy for e-mail and password; an unknown account costs the same time as a wrong password. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(
    private readonly db: AuthDatabase,
    private readonly passwords: Passwords,
  ) {
    super({ usernameField: 'email', session: false });
  }

  async validate(email: string, password: string): Promise<Account | false> {
    const [account] = await this.db.anonymous((tx) =>
      tx.query<{ user_id: string; password_hash: string | null; is_usable: boolean }[]>('select * from auth_account($1)', [email]),
    );
    const fits = await this.passwords.fits(account?.password_hash, password);
    return fits && account?.is_usable ? { userId: account.user_id } : false;
  }
}
