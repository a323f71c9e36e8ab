import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AppConfig, Database, DomainError } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { permissionsOf, viewablePermissionsOf } from '@lotse/shared/contract';
import type { FederalState, Role } from '@lotse/shared/contract';
import type { Language, SessionDto } from '@lotse/identity/contract';

interface Row {
  user_id: string;
  user_name: string;
  email: string;
  language: Language;
  organisation_id: string;
  name: string;
  slug: string;
  kind: string;
  roles: Role[];
  federal_state: FederalState;
}

/** Who is acting, and what that allows. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: Database,
    private readonly config: AppConfig,
  ) {}

  current(actor: Actor): Promise<SessionDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(
        `select u.id as user_id, u.name as user_name, u.email, u.language, o.id as organisation_id, o.name, o.slug, o.kind, m.roles, r.federal_state
         from memberships m join users u on u.id = m.user_id join organisations o on o.id = m.organisation_id
         join regions r on r.id = o.region_id
         where m.user_id = $1 and m.is_active and ($2::uuid is null or m.organisation_id = $2) order by o.name`,
        [actor.userId, actor.viewer ? actor.organisationId : null],
      );
      const organisations = rows.map((row) => ({
        id: row.organisation_id,
        name: row.name,
        slug: row.slug,
        kind: row.kind,
        roles: row.roles,
        federalState: row.federal_state,
      }));
      const organisation = organisations.find((candidate) => candidate.id === actor.organisationId);
      const [row] = rows;
      if (!row || !organisation) throw new DomainError('unauthenticated', 'session.missing');
      const { viewer } = actor;
      return {
        viewer: viewer && { name: viewer.name, until: viewer.until.toISOString() },
        user: { id: row.user_id, name: row.user_name, email: row.email, language: viewer ? await languageOf(tx, viewer.id) : row.language },
        organisation,
        organisations,
        roles: actor.roles,
        permissions: viewer ? viewablePermissionsOf(actor.roles) : permissionsOf(actor.roles),
        demo: this.config.demo,
        expiresAt: actor.expiresAt.toISOString(),
      };
    });
  }

  /** The session a token has just opened. */
  async of(token: string): Promise<SessionDto> {
    const actor = await this.db.actorOf(token);
    if (!actor) throw new DomainError('unauthenticated', 'session.missing');
    return this.current(actor);
  }

  /** Language of the interface and of mails to the person. */
  async speak(actor: Actor, language: Language): Promise<SessionDto> {
    await this.db.as(actor, (tx) => tx.query('select set_my_language($1)', [language]));
    return this.current(actor);
  }
}

/** Texts stay in the language of whoever reads them. */
async function languageOf(tx: EntityManager, userId: string): Promise<Language> {
  const [row] = await tx.query<{ language: Language }[]>('select language from users where id = $1', [userId]);
  return row?.language ?? 'de';
}
