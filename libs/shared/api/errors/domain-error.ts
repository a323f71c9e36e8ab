import type { ProblemError } from '@lotse/shared/contract';

/** Kinds of refusal and their HTTP status. */
export const STATUS_OF = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  gone: 410,
  stale: 412,
  tooLarge: 413,
  unsupported: 415,
  rule: 422,
  preconditionRequired: 428,
  tooMany: 429,
  unavailable: 503,
} as const;

export type DomainErrorKind = keyof typeof STATUS_OF;

/** A refusal a person can understand. The filter answers it as a problem; the client translates its `code`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code stable name, also the translation key below `error.`: `case.cannotMove`
   * @param details facts for the text, never of rows the person may not see; `retryAfter` (seconds) becomes the header
   * @param errors faulty fields, by JSON pointer
   */
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    readonly details?: Record<string, unknown>,
    readonly errors?: ProblemError[],
  ) {
    super(code);
  }

  /** One faulty field, answered like a fault the validators find. */
  static field(pointer: string, code: string, kind: DomainErrorKind = 'invalid'): DomainError {
    return new DomainError(kind, 'validation', undefined, [{ pointer, code }]);
  }
}
