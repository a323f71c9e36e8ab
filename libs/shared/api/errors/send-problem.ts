import { STATUS_CODES } from 'node:http';
import type { Problem } from '@lotse/shared/contract';
import type { Request, Response } from 'express';
import { requestIdOf } from '../logging/request-id';
import { type DomainError, STATUS_OF } from './domain-error';

/** Writes a refusal as `application/problem+json`; without one it is a fault of the program, of which nothing is told. */
export function sendProblem(request: Request, response: Response, refusal: DomainError | undefined): void {
  const status = refusal ? STATUS_OF[refusal.kind] : 500;
  const { retryAfter, ...details } = refusal?.details ?? {};
  if (typeof retryAfter === 'number') response.setHeader('Retry-After', String(Math.ceil(retryAfter)));
  const problem: Problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: refusal?.code ?? 'internal',
    instance: request.originalUrl.split('?', 1)[0] ?? '/',
    ...(refusal?.errors && { errors: refusal.errors }),
    ...(Object.keys(details).length > 0 && { details }),
    requestId: requestIdOf(response),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(problem));
}
