import type { CaseDto } from '@lotse/cases/contract';
import { problemOf } from '@lotse/shared/ui';
import { catchError, type Observable, throwError } from 'rxjs';

/** The case as it is stored now, from the answer to a change that came too late; undefined for every other failure. */
export function storedCase(error: unknown): CaseDto | undefined {
  const { code, details } = problemOf(error);
  const current = details['current'];
  return code === 'stale' && typeof current === 'object' && current !== null && 'version' in current ? (current as CaseDto) : undefined;
}

/** Whether two values say the same; a missing one and null do. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

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
      const stored = storedCase(error);
      if (!stored || fields.some((field) => !isSame(stored[field], seen[field]))) return throwError(() => error);
      return send(stored.version);
    }),
  );
}
