import { inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/** A page whose code could not be loaded, usually without connection or after an update: says so and offers to try again. */
export function pageFailed({ url }: NavigationError): RedirectCommand | void {
  if (url.startsWith('/fehler')) return;
  const router = inject(Router);
  return new RedirectCommand(router.createUrlTree(['/fehler'], { queryParams: { zurueck: url } }), { skipLocationChange: true });
}
