import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import type { Actor, ActorRequest } from '../access/actor';
import { ACCEPTS_FILE } from '../access/requires';
import { type Claim, keepAnswer, KeyTaken, withClaim } from '../database/claim';
import { Database } from '../database/database';
import { DomainError } from '../errors/domain-error';

/** How an `Idempotency-Key` looks: visible ASCII characters. */
export const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * `Idempotency-Key` on POST: the same request sent again within a day is not done again but gets the first answer.
 * The key is committed together with the work; should the program die before it kept the answer, the repetition hears 409.
 * Where the body is a file the key counts for nothing: the file is read only while it is taken, so a second one could not be told from
 * the first. There the content itself tells a repetition.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly db: Database,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const key = request.header('idempotency-key');
    if (request.method !== 'POST' || key === undefined || !request.actor) return next.handle();
    if (this.reflector.getAllAndOverride<boolean | undefined>(ACCEPTS_FILE, [context.getHandler(), context.getClass()]))
      return next.handle();
    if (!IDEMPOTENCY_KEY.test(key)) throw new DomainError('invalid', 'request.idempotencyKeyMalformed');
    const claim: Claim = { token: request.actor.token, key, fingerprint: fingerprint(request), state: 'open' };
    return this.#once(claim, request.actor, next, context.switchToHttp().getResponse<Response>());
  }

  async #once(claim: Claim, actor: Actor, next: CallHandler, response: Response): Promise<Observable<unknown>> {
    let body: unknown;
    try {
      body = await withClaim(claim, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      if (!(error instanceof KeyTaken)) throw error;
      return of(replay(error, claim, response));
    }
    if (claim.state === 'done') await this.db.as(actor, (tx) => keepAnswer(tx, claim.key, response.statusCode, body));
    return of(body);
  }
}

function fingerprint(request: ActorRequest): Buffer {
  const text = JSON.stringify([request.method, request.originalUrl, request.body ?? null]);
  return createHash('sha256').update(text).digest();
}

function replay({ row }: KeyTaken, claim: Claim, response: Response): unknown {
  if (!row.fingerprint.equals(claim.fingerprint)) throw new DomainError('rule', 'request.idempotencyKeyReused');
  if (row.status === null) throw new DomainError('conflict', 'request.repeated');
  response.setHeader('Idempotent-Replayed', 'true');
  return row.body ?? undefined;
}
