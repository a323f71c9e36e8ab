import type { LoggerService } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config';
import { requestIdOf } from './request-id';

/** One JSON object a line on standard output; no data of persons, no query strings, no bodies. */
export const createLogger = (level: LogLevel): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } });

/** Nest's own messages, and those of `new Logger('Context')`, through the same log. The last argument is the context. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    // Nest tells of every route and module at the start.
    this.logger.debug(fields(more), String(message));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.logger.error(fields(more), text(message));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.logger.warn(fields(more), text(message));
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.logger.debug(fields(more), text(message));
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.logger.fatal(fields(more), text(message));
  }
}

const text = (message: unknown): string => (message instanceof Error ? (message.stack ?? message.message) : String(message));

function fields(more: unknown[]): Record<string, unknown> {
  const [context, ...details] = more.toReversed();
  return { context, ...(details.length > 0 && { details: details.toReversed().map(String) }) };
}

/** One line for each request, when it is over: the pattern of its route, never its address. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begin = performance.now();
    response.once('close', () => {
      const { path } = (request.route ?? {}) as { path?: unknown };
      const isProbe = request.path.startsWith('/api/health/');
      logger[isProbe ? 'debug' : 'info'](
        {
          requestId: requestIdOf(response),
          method: request.method,
          route: typeof path === 'string' ? path : 'none',
          status: response.writableFinished ? response.statusCode : 499,
          ms: Math.round((performance.now() - begin) * 10) / 10,
        },
        'request',
      );
    });
    next();
  };
}
