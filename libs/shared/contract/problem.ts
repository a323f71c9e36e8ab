/** One fault in the input. */
export interface ProblemError {
  /** JSON pointer (RFC 6901) to the field in the body; for path and query parameters `/name`. */
  pointer: string;
  /** What is wrong, one code per field: `required` when it is missing, else the name of the rule: `isEmail`, `maxLength`, `unknownField`. */
  code: string;
}

/** The one shape of every refused request: RFC 9457, `application/problem+json`. */
export interface Problem {
  type: string;
  /** The words of the HTTP status, in English; people read the translation of `code`. */
  title: string;
  status: number;
  /** Stable name of the problem, also the key of its translation: `case.notFound`. */
  code: string;
  detail?: string;
  /** Path of the refused request. */
  instance: string;
  /** All faults of the input at once. */
  errors?: ProblemError[];
  /** Facts that belong to the code, as `{ from: 'CLOSED', to: 'NEW' }` or the current version. */
  details?: Record<string, unknown>;
  /** Finds the request in the server's log. */
  requestId: string;
}
