import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { retrying } from './retry';
import { inTransaction } from './transaction';

/** What a transaction needs to know of its actor. */
export type Principal = Pick<Actor, 'token'>;

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

  /** One transaction on behalf of `actor`. */
  as<T>(actor: Principal, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return retrying(() => inTransaction(this.#source, actor.token, work));
  }

  /** One transaction on behalf of nobody: policies show what is public. */
  anonymous<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return retrying(() => inTransaction(this.#source, '', work));
  }

  /** Ends all connections, at shutdown. */
  async close(): Promise<void> {
    if (this.#source.isInitialized) await this.#source.destroy();
  }
}

/** The same door as the role `lotse_auth`, which alone reads passwords and makes sessions. */
@Injectable()
export class AuthDatabase extends Database {}

/** The same door as the role `lotse_jobs`, for work no person asked for. */
@Injectable()
export class JobsDatabase extends Database {}
