import type { Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { REQUIRES, type Requirement } from '@lotse/shared/api';
import type { Program } from '../program';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];

/** A route, and the place where it says who may use it. */
export interface GuardedRoute {
  route: string;
  requirement: Requirement | undefined;
  /** Says something else instead, or nothing at all. */
  require(requirement: Requirement | undefined): void;
}

/** Every handler of the running program. */
export function guardedRoutes({ app }: Program): GuardedRoute[] {
  const found: GuardedRoute[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const controller = metatype as Type;
      const base = String(Reflect.getMetadata('path', controller));
      for (const name of Object.getOwnPropertyNames(controller.prototype)) {
        const handler = (controller.prototype as Record<string, unknown>)[name];
        const path = typeof handler === 'function' ? (Reflect.getMetadata('path', handler) as string | undefined) : undefined;
        if (name === 'constructor' || path === undefined || typeof handler !== 'function') continue;
        const method = METHODS[Number(Reflect.getMetadata('method', handler))];
        const full = `/${[base, path]
          .map((part) => part.replace(/^\/|\/$/g, ''))
          .filter((part) => part !== '')
          .join('/')}`;
        found.push({
          route: `${method} ${full.replace(/:(\w+)/g, '{$1}')}`,
          requirement: (Reflect.getMetadata(REQUIRES, handler) ?? Reflect.getMetadata(REQUIRES, controller)) as Requirement | undefined,
          require: (requirement) => Reflect.defineMetadata(REQUIRES, requirement, handler),
        });
      }
    }
  }
  return found;
}
