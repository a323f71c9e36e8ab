import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '@lotse/shared/contract';
import type { Actor, Viewer } from '../access/actor';
import { openClaim, writeClaim } from './claim';
import { preparedOn } from './prepared';
import { retrying } from './retry';
import { inTransaction } from './transaction';

/** What a transaction needs to know of its actor. */
export type Principal = Pick<Actor, 'token' | 'viewer'>;
export type Work<T> = (tx: EntityManager) => Promise<T>;

interface ActorRow {
  user_id: string;
  organisation_id: string;
  region_id: string;
  roles: Role[];
  name: string;
  session_id: string;
  expires_at: Date;
  viewer_id: string | null;
  viewer_name: string | null;
  viewing_until: Date | null;
}

/**
 * The only door to PostgreSQL, as the role `lotse_app`: row-level security sees the actor for the length of one transaction.
 * Deadlocks, lock time-outs and lost connections repeat the whole of `work`, so it must do nothing but query.
 */
@Injectable()
export class Database {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** One transaction on behalf of `actor`; one that cannot write where somebody else looks with the rights of `actor`. */
  async as<T>(actor: Principal, work: Work<T>): Promise<T> {
    const claim = openClaim(actor.token);
    if (!claim) return retrying(() => inTransaction(this.#source, actor.token, work, actor.viewer !== undefined));
    claim.state = 'writing';
    try {
      const result = await retrying(() => inTransaction(this.#source, actor.token, (tx) => writeClaim(tx, claim).then(() => work(tx))));
      claim.state = 'done';
      return result;
    } finally {
      if (claim.state === 'writing') claim.state = 'open';
    }
  }

  /** One transaction on behalf of nobody: policies show what is public. */
  anonymous<T>(work: Work<T>): Promise<T> {
    return retrying(() => inTransaction(this.#source, '', work));
  }

  /** Whose session a token is, which counts as using it; undefined when it is unknown, over or revoked. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const row = await retrying(() => this.#actorRow(token));
    return (
      row && {
        token,
        sessionId: row.session_id,
        userId: row.user_id,
        organisationId: row.organisation_id,
        regionId: row.region_id,
        roles: row.roles,
        name: row.name,
        expiresAt: row.expires_at,
        viewer: viewerOf(row),
      }
    );
  }

  /** Ends all connections, at shutdown. */
  async onApplicationShutdown(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }

  async #actorRow(token: string): Promise<ActorRow | undefined> {
    const runner = this.#source.createQueryRunner();
    try {
      const [row] = await preparedOn<ActorRow>(runner, 'select * from session_actor($1)', [token]);
      return row;
    } finally {
      await runner.release();
    }
  }
}

const viewerOf = ({ viewer_id: id, viewer_name: name, viewing_until: until }: ActorRow): Viewer | undefined =>
  id !== null && name !== null && until !== null ? { id, name, until } : undefined;

/** A door for work that no signed-in person asked for. */
abstract class ServiceDatabase {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    this.#source = source;
  }

  /** One transaction, repeated like those of `Database`. */
  anonymous<T>(work: Work<T>): Promise<T> {
    return retrying(() => inTransaction(this.#source, '', work));
  }

  /** Ends all connections, at shutdown. */
  async onApplicationShutdown(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }
}

/** Role `lotse_auth`, which alone reads passwords and makes sessions. */
@Injectable()
export class AuthDatabase extends ServiceDatabase {}

/** Role `lotse_jobs`, for background work. */
@Injectable()
export class JobsDatabase extends ServiceDatabase {}
