import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { sqlState } from '../database/retry';
import { requestIdOf } from '../logging/request-id';
import { sendProblem } from './send-problem';
import { toDomainError } from './to-domain-error';

/** Answers everything that goes wrong as `application/problem+json` (RFC 9457), without the insides of the program. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const refusal = toDomainError(error);
    if (!refusal) this.#log.error(describe(error), requestIdOf(response));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(request, response, refusal);
  }
}

/** For the log: where it happened, and what PostgreSQL says of it – never its messages, which quote the data. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { table, constraint, routine } = (error as { driverError?: Record<string, unknown> }).driverError ?? {};
  const state = sqlState(error);
  const head = state
    ? `${error.name} ${[state, table, constraint, routine].filter(Boolean).join(' ')}${state.startsWith('42') ? `: ${error.message}` : ''}`
    : `${error.name}: ${error.message}`;
  return [head, ...frames].join('\n');
}
