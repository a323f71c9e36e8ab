import { escapeLiteral } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { CommitUnknown, isConnectionLost } from './retry';

/** Tokens stand in SQL text below, since several statements in one message take no parameters: nothing that could end a literal. */
const safeToken = /^[\w.~-]{0,256}$/;

/**
 * One transaction in two round trips more than its work: BEGIN travels together with the actor's token, then COMMIT.
 * The setting is local (`true`): it ends with the transaction and cannot leak through the pool.
 * @param readOnly for a session that looks at somebody's view: the database knows nobody by its token in a transaction that may write
 */
export async function inTransaction<T>(
  source: DataSource,
  token: string,
  work: (tx: EntityManager) => Promise<T>,
  readOnly = false,
): Promise<T> {
  if (!safeToken.test(token)) throw new Error('a token of unknown shape');
  const runner = source.createQueryRunner();
  let broken: Error | undefined;
  try {
    await runner.query(`begin${readOnly ? ' read only' : ''}; select set_config('app.token', ${escapeLiteral(token)}, true)`);
    // What startTransaction() would have noted; without it `save` would begin, and end, a transaction of its own.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const result = await work(runner.manager);
    if (runner.isReleased) throw new Error('Connection terminated before COMMIT');
    await runner.commitTransaction().catch((error: unknown) => {
      throw isConnectionLost(error) ? new CommitUnknown(error) : error;
    });
    return result;
  } catch (error) {
    if (runner.isTransactionActive && !runner.isReleased) {
      await runner.rollbackTransaction().catch((cause: Error) => {
        broken = cause;
      });
    }
    throw error;
  } finally {
    // A connection that could not roll back is not given to the next request.
    await (broken ? discard(runner, broken) : runner.release());
  }
}

function discard(runner: { release(): Promise<void> }, cause: Error): Promise<void> {
  const postgres = runner as { release(): Promise<void>; releasePostgresConnection?(error: Error): Promise<void> };
  return postgres.releasePostgresConnection?.(cause) ?? runner.release();
}
