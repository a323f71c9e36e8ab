import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';

/** A request that must not be done twice: its key is written by the first transaction it makes, together with what that does. */
export interface Claim {
  token: string;
  key: string;
  /** Hash of the request, so that a key is not used for another one. */
  fingerprint: Buffer;
  /** `done` once the transaction that wrote the key is committed. */
  state: 'open' | 'writing' | 'done';
}

interface KeyRow {
  fingerprint: Buffer;
  status: number | null;
  body: unknown;
}

/** The key was used before; `row` is what came of it, with a status once that is known. */
export class KeyTaken extends Error {
  constructor(readonly row: KeyRow) {
    super('the idempotency key is taken');
  }
}

const current = new AsyncLocalStorage<Claim>();

/** Runs `work`, whose first transaction writes the key. */
export const withClaim = <T>(claim: Claim, work: () => T): T => current.run(claim, work);

/** The claim a transaction of this actor has to write, if one is waiting. */
export function openClaim(token: string): Claim | undefined {
  const claim = current.getStore();
  return claim?.state === 'open' && claim.token === token ? claim : undefined;
}

/** Two requests with one key: the second waits here for the first, then finds its row. */
export async function writeClaim(tx: EntityManager, { key, fingerprint }: Claim): Promise<void> {
  const written = await tx.query<unknown[]>(
    `insert into idempotency_keys (user_id, organisation_id, key, fingerprint) values (my_user(), my_org(), $1, $2) on conflict do nothing returning key`,
    [key, fingerprint],
  );
  if (written.length > 0) return;
  const [row] = await tx.query<KeyRow[]>(
    `select fingerprint, status, body from idempotency_keys where user_id = my_user() and organisation_id = my_org() and key = $1`,
    [key],
  );
  if (!row) throw new Error('a key that is taken was not found');
  throw new KeyTaken(row);
}

/** Keeps the answer, for whoever asks again with the key. */
export async function keepAnswer(tx: EntityManager, key: string, status: number, body: unknown): Promise<void> {
  await tx.query(
    `update idempotency_keys set status = $2, body = $3 where user_id = my_user() and organisation_id = my_org() and key = $1`,
    [key, status, JSON.stringify(body ?? null)],
  );
}
