import type { OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type Schema = Schemas[string];

/** One operation, by what decides how it can be refused. */
export interface Route {
  operation: Operation;
  method: string;
  /** As `Cases.change`. */
  id: string;
  isPublic: boolean;
  /** Whether more than being signed in is asked for. */
  needsPermission: boolean;
  /** Whether it may change something: then pages of other origins are refused. */
  isWrite: boolean;
  hasPathParameter: boolean;
  /** Whether the body names other resources by their ids. */
  namesOthers: boolean;
  /** Whether the change rests on a version, named in `If-Match`. */
  isVersioned: boolean;
  /** Whether it takes an `Idempotency-Key`: POST of somebody who is signed in, unless the body is a file. */
  isRepeatable: boolean;
}

/** Reads an operation of the document. */
export function routeOf(document: OpenAPIObject, method: string, operation: Operation): Route {
  const permission = (operation as { 'x-permission'?: string })['x-permission'];
  const parameters = (operation.parameters ?? []).flatMap((one) => ('$ref' in one ? [] : [one]));
  const isPublic = permission === 'public';
  const body = operation.requestBody && !('$ref' in operation.requestBody) ? operation.requestBody.content : undefined;
  return {
    operation,
    method,
    id: operation.operationId ?? '',
    isPublic,
    needsPermission: !isPublic && permission !== 'signedIn',
    isWrite: method !== 'get',
    hasPathParameter: parameters.some((one) => one.in === 'path'),
    namesOthers: Object.values(body ?? {}).some(({ schema }) => namesIds(document, schema)),
    isVersioned: parameters.some((one) => one.in === 'header' && one.name === 'If-Match'),
    isRepeatable: method === 'post' && !isPublic && !('application/octet-stream' in (body ?? {})),
  };
}

/** The properties of the schema an answer or a body refers to. */
export function propertiesOf(document: OpenAPIObject, schema: Schema | undefined): Record<string, Schema> {
  if (!schema) return {};
  if (!('$ref' in schema)) return schema.properties ?? {};
  return propertiesOf(document, document.components?.schemas?.[schema.$ref.split('/').at(-1) ?? '']);
}

const namesIds = (document: OpenAPIObject, schema: Schema | undefined): boolean =>
  Object.keys(propertiesOf(document, schema)).some((name) => /Ids?$/.test(name));
