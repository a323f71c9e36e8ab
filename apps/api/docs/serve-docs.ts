import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type NextFunction, static as serveStatic, type Request, type Response } from 'express';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Lotse API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/docs/files/swagger-ui.css" />
  </head>
  <body>
    <div id="ui"></div>
    <script src="/api/docs/files/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });\n`;

/** The interface for programs: the document at `/api/openapi.json`, a page to read it at `/api/docs`, all files from here. */
export function serveDocs(app: NestExpressApplication, describe: () => OpenAPIObject): void {
  const files = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  let text: string | undefined;
  app.use('/api/openapi.json', (_: Request, response: Response) => {
    text ??= JSON.stringify(describe());
    response.setHeader('Cache-Control', 'no-cache');
    response.type('application/json').send(text);
  });
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    app.use(`/api/docs/files/${name}`, mayBeKept, serveStatic(join(files, name), { index: false, cacheControl: false }));
  }
  app.use('/api/docs/start.js', (_: Request, response: Response) => void response.type('text/javascript').send(START));
  app.use('/api/docs', (_: Request, response: Response) => void response.type('text/html').send(PAGE));
}

function mayBeKept(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'public, max-age=3600');
  next();
}
