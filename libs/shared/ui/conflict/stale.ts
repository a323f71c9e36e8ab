import { problemOf } from '../problem/problem';

/** The row as it is stored now, from the answer to a change that came too late; undefined for every other failure. */
export function storedIn<Row extends { version: number }>(error: unknown): Row | undefined {
  const { code, details } = problemOf(error);
  const current = details['current'];
  return code === 'stale' && typeof current === 'object' && current !== null && 'version' in current ? (current as Row) : undefined;
}
