import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../errors/domain-error';

const strongVersion = /^"(\d{1,9})"$/;

/** The version a strong ETag names. 428 when the header is missing, 400 when it is anything but one strong ETag of ours. */
export function versionOf(header: string | undefined): number {
  if (header === undefined || header.trim() === '') throw new DomainError('preconditionRequired', 'request.ifMatchMissing');
  const version = strongVersion.exec(header.trim())?.[1];
  if (version === undefined) throw new DomainError('invalid', 'request.ifMatchMalformed');
  return Number(version);
}

/** The version the client has seen, from `If-Match`. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<Request>().header('if-match')),
  [
    (target, key) => {
      const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
      const header = ApiHeader({
        name: 'If-Match',
        required: true,
        description: 'ETag of the version you have seen: "3"',
        schema: { type: 'string', pattern: strongVersion.source },
      });
      if (method && key !== undefined) header(target, key, method);
    },
  ],
);

/**
 * Refuses a change that rests on an older version than the stored one.
 * @param current what is stored now, for the client to show beside the person's own words
 */
export function checkVersion(stored: number, seen: number, current?: object): void {
  if (stored !== seen) throw new DomainError('stale', 'stale', { version: stored, ...(current && { current }) });
}
