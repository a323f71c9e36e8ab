import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@lotse/shared/contract';
import { CurrentSession } from './current-session';

/**
 * Sends whoever is not signed in to the sign-in page and remembers where they wanted to go. While the server cannot say who it is,
 * the address stays and the page that offers to try again is shown.
 */
export const signedIn: CanActivateFn = (_, { url }) => {
  const [session, router] = [inject(CurrentSession), inject(Router)];
  if (session.session()) return true;
  const queryParams = url === '/' ? {} : { zurueck: url };
  if (session.isUnknown()) return new RedirectCommand(router.createUrlTree(['/fehler'], { queryParams }), { skipLocationChange: true });
  return router.createUrlTree(['/anmelden'], { queryParams });
};

/** Shows "no access" instead of a page the role cannot use: `canActivate: [allowed('people.manage')]`. */
export function allowed(permission: Permission): CanActivateFn {
  return () => inject(CurrentSession).may(permission) || inject(Router).createUrlTree(['/kein-zugriff']);
}

/** Leaves the route to the next one that matches when the role cannot use it: `canMatch: [mayOpen('myDay.read')]`. */
export function mayOpen(permission: Permission): CanMatchFn {
  return () => inject(CurrentSession).may(permission);
}
