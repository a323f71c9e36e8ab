import { HttpErrorResponse } from '@angular/common/http';

/** One field the server did not accept; `pointer` is a JSON pointer into the request, e.g. `/contacts/0/email`. */
export interface ProblemField {
  pointer: string;
  code: string;
  [detail: string]: unknown;
}

/** An answer of the API that something did not work (RFC 9457). `code` is also the key of its text below `error.`. */
export interface Problem {
  status: number;
  code: string;
  errors: ProblemField[];
  details: Record<string, unknown>;
}

const BY_STATUS: Record<number, string> = {
  0: 'offline',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  412: 'stale',
  429: 'tooMany',
  503: 'unavailable',
};

/** Reads what an HTTP call failed with. Never throws; what is no problem answer becomes `offline` or `unknown`. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return { status: -1, code: 'unknown', errors: [], details: {} };
  const body = asRecord(error.error) ?? asRecord(parsed(error.error)) ?? {};
  const { code, errors, ...details } = body;
  return {
    status: error.status,
    code: typeof code === 'string' ? code : (BY_STATUS[error.status] ?? 'unknown'),
    errors: Array.isArray(errors) ? errors.filter(isField) : [],
    details: { ...details, ...asRecord(details['details']) },
  };
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}

function isField(value: unknown): value is ProblemField {
  return typeof asRecord(value)?.['pointer'] === 'string' && typeof asRecord(value)?.['code'] === 'string';
}
