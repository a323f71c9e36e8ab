import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { CurrentSession } from './current-session';

/** When the server no longer knows the session, leads to the sign-in page and back to this URL afterwards. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(CurrentSession);
  const router = inject(Router);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse) || error.status !== 401 || !session.session()) return;
        session.ended();
        void router.navigate(['/anmelden'], { queryParams: { zurueck: router.url, grund: 'abgelaufen' } });
      },
    }),
  );
};
