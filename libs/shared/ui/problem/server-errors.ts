import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { type Problem, problemOf } from './problem';

/** A field error the server found; `code` is translated below `error.`. */
export interface ServerError extends ValidationError.WithOptionalFieldTree {
  kind: 'server';
  code: string;
}

/**
 * The fields of a form the server did not accept, for the action of `submit()`:
 * `catchError((error) => of(serverErrors(this.form, error)))`. Empty when the failure concerns no field: show `<lotse-problem>` then.
 */
export function serverErrors<T>(form: FieldTree<T>, error: unknown): ServerError[] {
  const problem: Problem = problemOf(error);
  return problem.errors.flatMap(({ pointer, code }) => {
    const fieldTree = resolve(form, pointer);
    return fieldTree ? [{ kind: 'server' as const, code, fieldTree }] : [];
  });
}

function resolve(form: unknown, pointer: string): FieldTree<unknown> | undefined {
  let field: unknown = form;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    field = (field as Record<string, unknown> | undefined)?.[name];
    if (field === undefined) return undefined;
  }
  return field === form ? undefined : (field as FieldTree<unknown>);
}
