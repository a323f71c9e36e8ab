import { isSame } from './stale';

type Values = Record<string, unknown>;

/** What becomes of a form whose row somebody else has changed. */
export interface Merged {
  /** The form as it should go on: own changes kept, changes of others taken over. */
  values: Values;
  /** Fields both changed, to different values: a person decides. `values` holds the own ones. */
  conflicts: string[];
}

/**
 * Puts three states of the same fields together: as the person saw them, as they typed them, as they are stored now.
 * Different fields merge silently; the same field, changed differently by both, is a conflict. Nothing typed is lost.
 */
export function merge(seen: Values, typed: Values, stored: Values): Merged {
  const values: Values = {};
  const conflicts: string[] = [];
  for (const field of new Set([...Object.keys(seen), ...Object.keys(typed), ...Object.keys(stored)])) {
    const mine = !isSame(typed[field], seen[field]);
    const theirs = !isSame(stored[field], seen[field]);
    values[field] = mine ? typed[field] : stored[field];
    if (mine && theirs && !isSame(typed[field], stored[field])) conflicts.push(field);
  }
  return { values, conflicts };
}
