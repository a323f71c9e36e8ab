import { Injectable } from '@nestjs/common';
import { AuthDatabase, DomainError, SessionCookie } from '@lotse/shared/api';
import passport from 'passport';
import type { Request, Response } from 'express';
import type { Account } from './password.strategy';
import { newToken, tokenHash } from './session-token';
import { SignInThrottle } from './sign-in-throttle';

/** Opens and closes sessions. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: AuthDatabase,
    private readonly throttle: SignInThrottle,
    private readonly cookie: SessionCookie,
  ) {}

  /**
   * Checks the password with passport and opens a session. The one this browser held until now ends: its cookie is overwritten, and a
   * session nobody can sign out of any more must not stay open.
   * @returns the token for the cookie
   * @throws DomainError 401 `session.refused`, the same for a wrong password and an unknown account; 429 after too many failures
   */
  async open(request: Request, response: Response, email: string): Promise<string> {
    const account = await this.throttle.attempt(email, request.ip ?? '', () => authenticate(request, response));
    if (!account) throw new DomainError('unauthenticated', 'session.refused');
    const token = newToken();
    const former = this.cookie.read(request);
    await this.db.anonymous(async (tx) => {
      await tx.query('select auth_open_session($1, $2)', [account.userId, tokenHash(token)]);
      if (former !== undefined) await tx.query('select auth_close_session($1)', [tokenHash(former)]);
    });
    return token;
  }

  async close(token: string): Promise<void> {
    await this.db.anonymous((tx) => tx.query('select auth_close_session($1)', [tokenHash(token)]));
  }

  /** Acting for another organisation is another session: the token changes, an old one stops working. */
  async actFor(token: string, organisationId: string): Promise<string> {
    const next = newToken();
    await this.db.anonymous((tx) =>
      tx.query('select auth_switch_organisation($1, $2, $3)', [tokenHash(token), organisationId, tokenHash(next)]),
    );
    return next;
  }

  /**
   * Looks at Lotse as somebody else of the organisation sees it, for half an hour at most; another token as above.
   * @throws DomainError 404 `person.notFound`; 422 `viewAs.notPossible` for oneself, a data protection officer, a closed account
   */
  async viewAs(token: string, userId: string, reason: string): Promise<string> {
    const next = newToken();
    await this.db.anonymous((tx) =>
      tx.query('select auth_start_viewing($1, $2, $3, $4)', [tokenHash(token), userId, reason, tokenHash(next)]),
    );
    return next;
  }

  /** Back to the own view, also where time has ended the other one already. */
  async endViewing(token: string): Promise<string> {
    const next = newToken();
    await this.db.anonymous((tx) => tx.query('select auth_end_viewing($1, $2)', [tokenHash(token), tokenHash(next)]));
    return next;
  }
}

function authenticate(request: Request, response: Response): Promise<Account | false> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, account?: Account | false | null) => (error ? reject(error) : resolve(account || false));
    const handler = passport.authenticate('password', { session: false }, done) as (
      q: Request,
      s: Response,
      next: (e?: unknown) => void,
    ) => void;
    handler(request, response, (error) => reject(error));
  });
}
