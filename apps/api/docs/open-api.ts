import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { complete } from './complete';
import { problemOf, problemSchemas } from './problem-schema';
import { refusalResponses } from './refusals';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const DESCRIPTION = `Business service for a region: cases, handovers between organisations, feedback.

Sign in with \`POST /api/v1/session\`; the session lives in a cookie. Requests that change something send JSON and, when an \`Origin\` is sent, our own.
Lists answer \`{items, total}\`, a page of them by \`page\` and \`size\`; words to search for are always \`q\`. Numbers and truth values in JSON are written as such, not as text.
\`PUT\` and \`PATCH\` need \`If-Match\` with the ETag of the version they rest on where the resource has a version.
\`POST\` takes an \`Idempotency-Key\` of 8 to 200 visible ASCII characters: the same request sent again within a day gets the first answer. Where the body is a file it is ignored: the same content is recognised by itself.
A closed case is reopened by \`PUT /api/v1/cases/{id}/status\` with \`{"status": "IN_PROGRESS"}\`.
Every refusal is a problem (RFC 9457) with a stable \`code\`; a row you may not see is answered like one that does not exist.
\`x-permission\` names what a route asks for: a permission, \`signedIn\` or \`public\`.`;

/** The OpenAPI document, also kept as `apps/api/openapi.json`. */
export function openApi(app: INestApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Lotse')
    .setVersion('1')
    .setDescription(DESCRIPTION)
    .addCookieAuth('lotse', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...problemSchemas },
    responses: { Problem: problemOf('Any other refusal; 500 `internal` is a fault of the program.'), ...refusalResponses },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) if (path[method]) complete(document, method, path[method]);
  }
  return document;
}
