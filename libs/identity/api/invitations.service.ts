import { Injectable } from '@nestjs/common';
import { AuthDatabase, Database, DomainError, MailOutbox } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import type { AcceptInvitationDto, InvitationDto, InvitationOfferDto, InvitationPageDto, InvitePersonDto } from '@lotse/identity/contract';
import { InvitationTokens } from './invitation-token';
import { refuseWeakPassword } from './password-change.service';
import { Passwords } from './passwords';
import { SignInThrottle } from './sign-in-throttle';

interface Row {
  id: string;
  email: string;
  name: string;
  roles: InvitationDto['roles'];
  expires_at: Date;
}

interface OfferRow {
  email: string;
  name: string;
  organisation: string;
  has_account: boolean;
}

/** One-time links by which people come into an organisation. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly auth: AuthDatabase,
    private readonly tokens: InvitationTokens,
    private readonly passwords: Passwords,
    private readonly outbox: MailOutbox,
    private readonly throttle: SignInThrottle,
  ) {}

  list(actor: Actor): Promise<InvitationPageDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select id, email, name, roles, expires_at from invitations
         where organisation_id = $1 and ended_at is null and expires_at > now() order by created_at desc`,
        [actor.organisationId],
      );
      return { items: rows.map(toDto), total: rows.length };
    });
  }

  /** Inviting again renews the link; the old one stops working. */
  invite(actor: Actor, input: InvitePersonDto): Promise<InvitationDto> {
    return this.db.as(actor, async (tx) => {
      const [{ id }] = (await tx.query<{ id: string }[]>('select new_id() as id')) as [{ id: string }];
      const hash = this.tokens.hash(this.tokens.token(id));
      await tx.query('select invite_person($1, $2, $3, $4, $5)', [id, input.email, input.name, input.roles, hash]);
      await this.outbox.enqueue(tx, {
        template: 'invitation',
        refId: id,
        to: input.email.toLowerCase(),
        language: 'de',
        isCaseMail: false,
      });
      const rows = await tx.query<Row[]>(
        'select id, email, name, roles, expires_at from invitations where id = $1 and organisation_id = $2',
        [id, actor.organisationId],
      );
      if (!rows[0]) throw new DomainError('notFound', 'invitation.notFound');
      return toDto(rows[0]);
    });
  }

  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.as(actor, (tx) => tx.query('select withdraw_invitation($1)', [id]));
  }

  /** Reading the link changes nothing: mail scanners open links too. */
  async offer(token: string): Promise<InvitationOfferDto> {
    const row = await this.find(token);
    return { email: row.email, name: row.name, organisation: row.organisation, hasAccount: row.has_account };
  }

  async accept(token: string, input: AcceptInvitationDto, address: string): Promise<void> {
    const row = await this.find(token);
    if (row.has_account) await this.confirmAccount(row.email, input.password, address);
    else refuseWeakPassword(input.password, [row.email, row.name, row.organisation], '/password');
    const hash = row.has_account ? null : await this.passwords.hash(input.password);
    await this.auth.anonymous((tx) =>
      tx.query('select auth_accept_invitation($1, $2, $3)', [this.tokens.hash(token), hash, input.name ?? null]),
    );
  }

  private async confirmAccount(email: string, password: string, address: string): Promise<void> {
    const isTheirs = async () => {
      const [account] = await this.auth.anonymous((tx) =>
        tx.query<{ password_hash: string | null }[]>('select password_hash from auth_account($1)', [email]),
      );
      return this.passwords.fits(account?.password_hash, password);
    };
    if (!(await this.throttle.attempt(email, address, isTheirs))) throw DomainError.field('/password', 'password.wrong');
  }

  private async find(token: string): Promise<OfferRow> {
    const [row] = await this.auth.anonymous((tx) => tx.query<OfferRow[]>('select * from auth_invitation($1)', [this.tokens.hash(token)]));
    if (!row) throw new DomainError('notFound', 'invitation.notFound');
    return row;
  }
}

function toDto(row: Row): InvitationDto {
  return { id: row.id, email: row.email, name: row.name, roles: row.roles, expiresAt: row.expires_at.toISOString() };
}
