import { setTimeout as sleep } from 'node:timers/promises';

/** Serialisation failure, deadlock, lock not available. */
const contention = new Set(['40001', '40P01', '55P03']);
/** The connection is gone: nothing of the transaction has happened, unless COMMIT was already sent. */
const lost = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE']);
const lostMessages = /Connection terminated|Client has encountered a connection error|not queryable|already released/;

const ATTEMPTS = 6;

/** SQLSTATE or error code of the driver, whoever wrapped it. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  return sqlState(driverError) ?? (typeof code === 'string' ? code : undefined);
}

/** True while the connection to PostgreSQL is what failed. */
export function isConnectionLost(error: unknown): boolean {
  return lost.has(sqlState(error) ?? '') || (error instanceof Error && lostMessages.test(error.message));
}

/** Whether the same unit of work may be done again without doing it twice. */
export function isRetryable(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  return contention.has(sqlState(error) ?? '') || isConnectionLost(error);
}

/** The connection broke during COMMIT: the work may be stored or not, so it is not repeated. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('the connection was lost during COMMIT', { cause });
  }
}

/** Repeats a whole unit of work up to five times, waiting longer each time and never in step with others. */
export async function retrying<T>(unit: () => Promise<T>, wait: (ms: number) => Promise<unknown> = sleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await unit();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}
