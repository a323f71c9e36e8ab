import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Role } from '@lotse/shared/contract';

/** The administrator who looks at Lotse as somebody else sees it. */
export interface Viewer {
  id: string;
  name: string;
  /** When it ends by itself. */
  until: Date;
}

/** On whose behalf something happens: a signed-in person, acting for one organisation. */
export interface Actor {
  /** The session token as the cookie carries it; the database resolves it by itself. Never log it. */
  token: string;
  sessionId: string;
  userId: string;
  organisationId: string;
  regionId: string;
  roles: Role[];
  name: string;
  /** When the session ends unless it is used again. */
  expiresAt: Date;
  /** Set while somebody else looks with this person's rights: to read only, and nothing confidential. */
  viewer?: Viewer;
}

/** A request after the guard has looked at it. */
export interface ActorRequest extends Request {
  actor?: Actor;
}

/** The signed-in person of this request; only for routes that require one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('@CurrentActor on a route that requires nobody');
  return actor;
});
