import type { CaseDto } from '@lotse/cases/contract';
import { isSame, storedIn } from '@lotse/shared/ui';
import { catchError, type Observable, throwError } from 'rxjs';

/**
 * Sends a change of some fields. When the case has another version meanwhile but these fields are as the person saw them,
 * nobody is in the way: it is sent again for the stored version. Else the failure is handed on, with the stored case in it.
 */
export function whereUntouched(
  seen: CaseDto,
  fields: readonly (keyof CaseDto)[],
  send: (version: number) => Observable<CaseDto>,
): Observable<CaseDto> {
  return send(seen.version).pipe(
    catchError((error: unknown) => {
      const stored = storedIn<CaseDto>(error);
      if (!stored || fields.some((field) => !isSame(stored[field], seen[field]))) return throwError(() => error);
      return send(stored.version);
    }),
  );
}
