import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { nonceOf } from '@lotse/shared/api';
import type { NextFunction, Request, Response } from 'express';
import { PageFiles } from './page-files';

/** Paths that are not of the pages: the API, and what it renders itself. */
const elsewhere = /^\/(api|umfrage|anfrage|enquiry)(\/|$)/;

/** Serves the built pages: files by their name, every other address with the start page, whose routes the browser knows. */
export async function servePages(app: NestExpressApplication, folder: string): Promise<void> {
  const files = await PageFiles.in(folder);
  const start = await readFile(join(folder, 'index.html'), 'utf8');
  app.use((request: Request, response: Response, next: NextFunction) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || elsewhere.test(request.path)) return next();
    const file = files.find(request.path);
    if (file) {
      file.send(request, response).then((isSent) => isSent || next(), next);
      return;
    }
    if (extname(request.path) !== '' && request.path !== '/index.html') return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/html').send(withNonce(start, nonceOf(response)));
  });
}

/** Angular puts the nonce on every style sheet it inserts; the page names it on the root element. */
function withNonce(page: string, nonce: string): string {
  return page.replace('<lotse-root', `<lotse-root ngCspNonce="${nonce}"`).replaceAll('<style', `<style nonce="${nonce}"`);
}
