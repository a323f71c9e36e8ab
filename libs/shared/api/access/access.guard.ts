import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may, mayView } from '@lotse/shared/contract';
import type { Response } from 'express';
import { AppConfig } from '../config';
import { Database } from '../database/database';
import { DomainError } from '../errors/domain-error';
import { readBody, refuseContentType, refuseUnlessFile } from '../http/body';
import { AccessChecks } from './access-checks';
import type { Actor, ActorRequest } from './actor';
import { changesState, isForeign } from './origin';
import { ACCEPTS_FILE, ACCEPTS_FORM, REQUIRES, type Requirement, WHILE_VIEWING } from './requires';
import { SessionCookie } from './session-cookie';

/**
 * The door of every route, closed by default. Order of answers, so that none tells of rows the person may not see:
 * unknown route 404 → foreign origin 403 → content type 415 → not signed in 401 → no permission 403 → unreadable body 400/413
 * → path, query, body and If-Match 400/428 → row missing or foreign 404 → version 412 → rule 409/422.
 * The body is read only after the person is known, so nobody can keep the server busy with bodies.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #log = new Logger('Access');

  constructor(
    private readonly reflector: Reflector,
    private readonly config: AppConfig,
    private readonly db: Database,
    private readonly cookie: SessionCookie,
    private readonly checks: AccessChecks,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const requirement = this.reflector.getAllAndOverride<Requirement | undefined>(REQUIRES, targets);
    if (requirement === undefined) {
      this.#log.error(`defect: ${context.getClass().name}.${context.getHandler().name} does not say who may use it`);
      throw new DomainError('forbidden', 'forbidden');
    }
    const takesFile = this.reflector.getAllAndOverride<boolean | undefined>(ACCEPTS_FILE, targets) ?? false;
    if (changesState(request)) {
      if (isForeign(request, this.config.publicUrl)) throw new DomainError('forbidden', 'request.foreignOrigin');
      if (takesFile) refuseUnlessFile(request);
      else refuseContentType(request, this.reflector.getAllAndOverride<boolean | undefined>(ACCEPTS_FORM, targets) ?? false);
    }
    if (requirement !== 'public') {
      const actor = await this.#signedIn(request);
      const isForViewers = this.reflector.getAllAndOverride<boolean | undefined>(WHILE_VIEWING, targets) ?? false;
      if (this.checks.enabled) refuseUnlessPermitted(request, actor, requirement, isForViewers);
    }
    if (!takesFile) await readBody(request, context.switchToHttp().getResponse<Response>());
    return true;
  }

  async #signedIn(request: ActorRequest): Promise<Actor> {
    const token = this.cookie.read(request);
    const actor = token === undefined ? undefined : await this.db.actorOf(token);
    if (!actor) throw new DomainError('unauthenticated', 'session.missing');
    request.actor = actor;
    return actor;
  }
}

/** Who looks at somebody's view changes nothing, and reads nothing that is that person's alone. */
function refuseUnlessPermitted(
  request: ActorRequest,
  { roles, viewer }: Actor,
  requirement: Exclude<Requirement, 'public'>,
  isForViewers: boolean,
): void {
  const isRefused = viewer !== undefined && !isForViewers;
  if (isRefused && changesState(request)) throw new DomainError('forbidden', 'viewAs.readOnly');
  if (requirement !== 'signedIn' && !may(roles, requirement)) throw new DomainError('forbidden', 'forbidden');
  if (isRefused && (requirement === 'signedIn' || !mayView(roles, requirement))) throw new DomainError('forbidden', 'viewAs.private');
}
