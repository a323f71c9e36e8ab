import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { ProblemError } from '@lotse/shared/contract';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { DomainError } from '../errors/domain-error';
import { pointer } from './pointer';

/** NUL, which PostgreSQL cannot store, and halves of surrogate pairs, which are no characters. */
const invalid = /[\0\p{Surrogate}]/u;

/** Refuses text no database can hold, and query parameters the route does not know. */
@Injectable()
export class InputInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const errors = [
      ...badText(request.params, ''),
      ...badText(request.query, ''),
      ...badText(request.body, ''),
      ...unknown(context, request),
    ];
    if (errors.length) throw new DomainError('invalid', 'validation', undefined, errors);
    return next.handle();
  }
}

function* badText(value: unknown, path: string): Generator<ProblemError> {
  if (typeof value === 'string') {
    if (invalid.test(value)) yield { pointer: path, code: 'invalidCharacter' };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (invalid.test(key)) yield { pointer: path, code: 'invalidCharacter' };
      else yield* badText(inner, pointer(path, key));
    }
  }
}

/** A route with a query class leaves this to the validators; one without accepts only the parameters it names. */
function unknown(context: ExecutionContext, request: Request): ProblemError[] {
  const given = Object.keys(request.query);
  if (given.length === 0) return [];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {}) as Record<
    string,
    { data?: unknown }
  >;
  const queries = Object.entries(args).filter(([key]) => key.startsWith(`${RouteParamtypes.QUERY}:`));
  if (queries.some(([, { data }]) => data === undefined)) return [];
  const known = queries.map(([, { data }]) => data);
  return given.filter((name) => !known.includes(name)).map((name) => ({ pointer: pointer('', name), code: 'unknownField' }));
}
