/** Whether two values say the same; a missing one and null do. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What becomes of a form whose row somebody else has changed. */
export interface Merged<Values> {
  /** The form as it should go on: own changes kept, changes of others taken over. */
  values: Values;
  /** Fields both changed, to different values: a person decides. `values` holds the own ones. */
  conflicts: (keyof Values & string)[];
}

/**
 * Puts three states of the same fields together: as the person saw them, as they typed them, as they are stored now.
 * Different fields merge silently; the same field, changed differently by both, is a conflict. Nothing typed is lost.
 * What belongs together, such as the lines of an address, stands in one field.
 */
export function merge<Values extends object>(seen: Values, typed: Values, stored: Values): Merged<Values> {
  const values: Values = { ...stored };
  const conflicts: (keyof Values & string)[] = [];
  for (const field of changedFields(seen, typed)) {
    values[field] = typed[field];
    if (!isSame(stored[field], seen[field]) && !isSame(typed[field], stored[field])) conflicts.push(field);
  }
  return { values, conflicts };
}

/** The fields of `typed` that say something else than those of `seen`: what was not touched is not sent. */
export const changedFields = <Values extends object>(seen: Values, typed: Values): (keyof Values & string)[] =>
  (Object.keys(typed) as (keyof Values & string)[]).filter((field) => !isSame(typed[field], seen[field]));
