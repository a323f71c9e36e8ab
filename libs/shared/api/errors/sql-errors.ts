import type { ProblemError } from '@lotse/shared/contract';
import { CommitUnknown, isConnectionLost, sqlState } from '../database/retry';
import { DomainError, type DomainErrorKind, STATUS_OF } from './domain-error';

const KIND_OF = new Map(Object.entries(STATUS_OF).map(([kind, status]) => [`LT${status}`, kind as DomainErrorKind]));

/** One neutral answer for each: which row or key it was would tell of rows the person may not see. */
const ANSWERS: Record<string, () => DomainError> = {
  '23505': () => new DomainError('conflict', 'conflict'),
  '23P01': () => new DomainError('conflict', 'conflict'),
  '23503': () => new DomainError('notFound', 'notFound'),
  '22001': () => new DomainError('invalid', 'validation'),
  '22003': () => new DomainError('invalid', 'validation'),
  '22007': () => new DomainError('invalid', 'validation'),
  '22008': () => new DomainError('invalid', 'validation'),
  '22021': () => new DomainError('invalid', 'validation'),
  '22P02': () => new DomainError('invalid', 'validation'),
  '22P05': () => new DomainError('invalid', 'validation'),
  // Only somebody who looks at another person's view works in transactions that cannot write.
  '25006': () => new DomainError('forbidden', 'viewAs.readOnly'),
  '40001': () => new DomainError('unavailable', 'unavailable', { retryAfter: 1 }),
  '40P01': () => new DomainError('unavailable', 'unavailable', { retryAfter: 1 }),
  '55P03': () => new DomainError('unavailable', 'unavailable', { retryAfter: 1 }),
  '57014': () => new DomainError('unavailable', 'unavailable', { retryAfter: 5 }),
  '53300': () => new DomainError('unavailable', 'unavailable', { retryAfter: 5 }),
};

/** What PostgreSQL refused, as a refusal a person can understand; undefined when it is a fault of the program. */
export function fromSql(error: unknown): DomainError | undefined {
  if (error instanceof CommitUnknown || isConnectionLost(error)) return new DomainError('unavailable', 'unavailable', { retryAfter: 2 });
  const state = sqlState(error);
  if (state === undefined) return undefined;
  const kind = KIND_OF.get(state);
  if (kind) return raised(kind, driverError(error));
  // A row a policy keeps out is a row that is not there; a missing grant is a fault of ours.
  if (state === '42501' && /row-level security/.test(driverError(error).message ?? '')) return new DomainError('notFound', 'notFound');
  return ANSWERS[state]?.();
}

interface DriverError {
  message?: string;
  detail?: string;
}

const driverError = (error: unknown): DriverError => (error as { driverError?: DriverError }).driverError ?? (error as DriverError);

/** `raise exception using errcode = 'LT422', message = 'case.cannotMove', detail = '{…}'`; `errors` in the detail names faulty fields. */
function raised(kind: DomainErrorKind, { message, detail }: DriverError): DomainError {
  const { errors, ...details } = parse(detail);
  return new DomainError(kind, message ?? kind, Object.keys(details).length ? details : undefined, errors);
}

function parse(detail: string | undefined): Record<string, unknown> & { errors?: ProblemError[] } {
  try {
    const value: unknown = JSON.parse(detail ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
