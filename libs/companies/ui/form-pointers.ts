import { HttpErrorResponse } from '@angular/common/http';
import { problemOf } from '@lotse/shared/ui';
import { catchError, type MonoTypeOperatorFunction, throwError } from 'rxjs';

/** Which municipality it is hangs on the whole address, so any change of it, and a choice, answers the fault. */
const placeOf = ({ pointer, code }: { pointer: string; code: string }): string =>
  code.startsWith('municipality.') ? pointer.replace(/\/postalCode$/, '') : pointer;

/**
 * Turns the places of faults the API names into those of a form that groups its fields, so that errors stand beside them:
 * `/industryCode` becomes `/facts/industryCode`, unless its first step is among `same`.
 */
export function below<T>(group: string, same: readonly string[]): MonoTypeOperatorFunction<T> {
  return catchError((error: unknown) => {
    const { errors } = problemOf(error);
    if (!(error instanceof HttpErrorResponse) || errors.length === 0) return throwError(() => error);
    const moved = errors.map((fault) => {
      const pointer = placeOf(fault);
      return { ...fault, pointer: same.includes(pointer.split('/')[1] ?? '') ? pointer : `/${group}${pointer}` };
    });
    const { headers, status, statusText, url } = error;
    const body = { ...(error.error as object), errors: moved };
    return throwError(() => new HttpErrorResponse({ headers, status, statusText, url: url ?? undefined, error: body }));
  });
}
