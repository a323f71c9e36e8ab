import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { AppConfig } from '../config';
import { DomainError } from '../errors/domain-error';
import { sendProblem } from '../errors/send-problem';
import { toDomainError } from '../errors/to-domain-error';
import { createLogger, NestLog, requestLog } from '../logging/logger';
import { assignRequestId } from '../logging/request-id';
import { securityHeaders } from './security-headers';

/** How the application must be created: bodies are read by the guard, after the person is known. */
export const appOptions = { bodyParser: false, abortOnError: false, bufferLogs: true } as const;

/** Routes that are no part of `/api/v1`; the controllers name them in full. */
const OUTSIDE = ['api/health/{*rest}', 'umfrage/{*rest}', 'anfrage', 'enquiry'];

/**
 * How long an idle connection is kept, in milliseconds: longer than any usual proxy keeps it (nginx 60 s, load balancers 60 s), so
 * that the proxy closes it first. Who closes first never sends a request into a connection that the other side is just closing.
 */
const KEEP_ALIVE_MS = 75_000;

/** What the running server and the specs share around the modules. */
export function configureApp(app: NestExpressApplication, config: AppConfig): void {
  const logger = createLogger(config.logLevel);
  app.useLogger(new NestLog(logger));
  (app.getHttpServer() as Server).keepAliveTimeout = KEEP_ALIVE_MS;
  app.disable('x-powered-by');
  app.disable('etag'); // versions make our ETags; a hash of the body would be a second, weak kind
  app.set('trust proxy', config.trustedProxies);
  app.set('query parser', 'simple');
  app.use(assignRequestId, requestLog(logger), ...securityHeaders(config));
  app.setGlobalPrefix('api/v1', { exclude: OUTSIDE });
}

/** The last thing before listening: every path no route, page or file answered is unknown, inside and outside `/api/v1`. */
export async function finishApp(app: NestExpressApplication): Promise<void> {
  await app.init();
  app.use((request: Request, response: Response) => sendProblem(request, response, new DomainError('notFound', 'route.notFound')));
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else sendProblem(request, response, toDomainError(error));
  });
}
