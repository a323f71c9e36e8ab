import { IDEMPOTENCY_KEY } from '@lotse/shared/api';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, propertiesOf, type Route, routeOf } from './operation';
import { refusalsOf } from './refusals';

type Response = Exclude<NonNullable<Operation['responses'][string]>, { $ref: string }>;

const ETAG = {
  description: 'Strong ETag of the `version` in the answer, where it has one; for `If-Match`.',
  schema: { type: 'string' as const, pattern: '^"\\d{1,9}"$', examples: ['"3"'] },
};
const REPLAYED = {
  description: '`true`: this is the answer of the first request with the same `Idempotency-Key`.',
  schema: { type: 'string' as const, enum: ['true'] },
};
const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Chosen by the client, best a UUID: the same request sent again within a day with the same key is not done again but gets the first answer.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 200, pattern: IDEMPOTENCY_KEY.source },
};
const SUCCESS: Record<string, string> = {
  200: 'What was asked for.',
  201: 'What was created.',
  204: 'Done; there is nothing to say.',
};

/** Adds to an operation what follows from the kind of route it is: security, headers, and how it can be refused. */
export function complete(document: OpenAPIObject, method: string, operation: Operation): void {
  const route = routeOf(document, method, operation);
  operation.security = route.isPublic ? [] : [{ session: [] }];
  for (const parameter of operation.parameters ?? []) {
    if ('$ref' in parameter || parameter.in !== 'path') continue;
    parameter.description ??= parameter.name === 'id' ? 'Id of the resource the path names.' : 'What stands in the one-time link.';
    if (parameter.name === 'id') parameter.schema = { type: 'string', format: 'uuid' };
  }
  if (route.isRepeatable) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_HEADER];
  for (const [status, response] of Object.entries(operation.responses)) {
    if (response && !('$ref' in response)) succeed(document, route, status, response);
  }
  Object.assign(operation.responses, refusalsOf(route), { default: { $ref: '#/components/responses/Problem' } });
}

function succeed(document: OpenAPIObject, route: Route, status: string, response: Response): void {
  const isChange = status === '200' && (route.method === 'put' || route.method === 'patch');
  response.description ||= isChange ? 'As it is now.' : (SUCCESS[status] ?? 'Done.');
  const headers = {
    ...(isVersioned(document, response) && { ETag: ETAG }),
    ...(route.isRepeatable && { 'Idempotent-Replayed': REPLAYED }),
  };
  if (Object.keys(headers).length) response.headers = { ...response.headers, ...headers };
}

/** Whether `EtagInterceptor` finds a version in the answer. */
function isVersioned(document: OpenAPIObject, response: Response): boolean {
  const schema = response.content?.['application/json']?.schema;
  const choices = schema && !('$ref' in schema) && schema.oneOf ? schema.oneOf : [schema];
  return choices.some((choice) => 'version' in propertiesOf(document, choice));
}
