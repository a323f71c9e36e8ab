import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const acceptable = /^[\w.-]{8,64}$/;
const HEADER = 'X-Request-Id';

/** Gives every request an id that its answer, its problem and its line in the log carry; a proxy may bring one. */
export function assignRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.header(HEADER);
  response.setHeader(HEADER, given !== undefined && acceptable.test(given) ? given : randomUUID());
  next();
}

/** The id of the request this answer belongs to. */
export const requestIdOf = (response: Response): string => String(response.getHeader(HEADER) ?? '');
