import { HttpException } from '@nestjs/common';
import { DomainError, type DomainErrorKind } from './domain-error';
import { fromSql } from './sql-errors';

const FROM_HTTP: Record<number, [DomainErrorKind, string]> = {
  400: ['invalid', 'request.malformed'],
  401: ['unauthenticated', 'session.missing'],
  403: ['forbidden', 'forbidden'],
  404: ['notFound', 'route.notFound'],
  413: ['tooLarge', 'request.tooLarge'],
  415: ['unsupported', 'request.contentType'],
  429: ['tooMany', 'tooMany'],
  503: ['unavailable', 'unavailable'],
};

/** Whatever was thrown, as a refusal; undefined when it is a fault of the program. */
export function toDomainError(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) {
    const known = FROM_HTTP[error.getStatus()];
    return known && new DomainError(...known);
  }
  if (error instanceof URIError) return new DomainError('invalid', 'request.malformed');
  return fromSql(error);
}
