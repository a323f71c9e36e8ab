import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';

/** Gives the answer with one versioned resource its strong ETag, which the next change sends back in If-Match. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((body: unknown) => {
        if (typeof body === 'object' && body !== null && 'version' in body && Number.isInteger(body.version) && !response.headersSent) {
          response.setHeader('ETag', `"${body.version}"`);
        }
      }),
    );
  }
}
