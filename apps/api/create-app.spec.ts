import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LiveHub } from '@lotse/shared/api';
import { testConfig } from '@lotse/shared/testing';
import { createApp } from './create-app';
import { openApi } from './docs/open-api';
import { Readiness } from './health/readiness';

describe('the whole program', () => {
  let app: NestExpressApplication;
  let url: string;
  let webRoot: string;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'pages-'));
    await writeFile(join(webRoot, 'index.html'), '<style>a{}</style><lotse-root></lotse-root>');
    await writeFile(join(webRoot, 'main-AB3_d-FG.js'), 'void 0;'.repeat(2000));
    await writeFile(join(webRoot, 'start.js'), 'void 0;');
    await writeFile(join(webRoot, 'chunk-Old12345.js'), 'void 0;');
    app = await createApp(testConfig({ webRoot }));
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${((app.getHttpServer() as Server).address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    app.get(LiveHub).endStreams();
    (app.getHttpServer() as Server).closeAllConnections();
    await app.close();
  });

  it('answers every address of the pages with the start page, whose nonce the policy names', async () => {
    for (const path of ['/', '/vorgaenge', '/vorgaenge/1?x=y', '/index.html']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
      const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
      expect(await answer.text()).toBe(`<style nonce="${nonce}">a{}</style><lotse-root ngCspNonce="${nonce}"></lotse-root>`);
    }
  });

  it('keeps an idle connection longer than a proxy in front of it', async () => {
    const seconds = /timeout=(\d+)/.exec((await get('/start.js')).headers.get('keep-alive') ?? '')?.[1];
    expect(Number(seconds)).toBeGreaterThan(60);
  });

  it('lets hashed files be kept for ever, asks again for others, and compresses both', async () => {
    const hashed = await get('/main-AB3_d-FG.js', { 'accept-encoding': 'br' });
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect(hashed.headers.get('content-encoding')).toBe('br');
    expect(Number(hashed.headers.get('content-length'))).toBeLessThan(500);
    expect(await hashed.text()).toHaveLength(14_000);
    const plain = await get('/start.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    expect(plain.headers.get('content-encoding')).toBeNull();
    const again = await get('/start.js', {
      'accept-encoding': 'identity',
      'if-none-match': plain.headers.get('etag') ?? '',
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it.each(['/nothing.js', '/chunk-Gone1234.js', '/media/FiraSans-Gone1234.woff2', '/api', '/api/nothing', '/umfrage', '/api/v1/nothing'])(
    'has no page at %s',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('has no longer what an update has taken away while it runs', async () => {
    await rm(join(webRoot, 'chunk-Old12345.js'));
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(`${url}/chunk-Old12345.js`, { method });
      expect([method, answer.status, answer.headers.get('cache-control')]).toEqual([method, 404, 'no-store']);
    }
  });

  it('shows its interface from its own files, without inline script', async () => {
    const page = await get('/api/docs').then((answer) => answer.text());
    expect(page).not.toMatch(/<script(?![^>]*src=)|https?:\/\//);
    for (const [, address] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      expect([address, (await get(address ?? '')).status]).toEqual([address, 200]);
    expect(await get('/api/openapi.json').then((answer) => answer.json())).toMatchObject({ openapi: '3.1.0' });
  });

  it('says for every route who may use it', () => {
    const operations = Object.entries(openApi(app).paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { 'x-permission'?: string; responses: object }>).map(([method, operation]) => ({
        route: `${method} ${path}`,
        ...operation,
      })),
    );
    expect(operations.length).toBeGreaterThan(10);
    expect(operations.filter((operation) => !operation['x-permission']).map(({ route }) => route)).toEqual([]);
    expect(operations.filter(({ responses }) => !('default' in responses))).toEqual([]);
  });

  it('is ready until it is told to end', async () => {
    expect((await get('/api/health/live')).status).toBe(200);
    expect((await get('/api/health/ready')).status).toBe(200);
    app.get(Readiness).drain();
    expect((await get('/api/health/live')).status).toBe(200);
    const answer = await get('/api/health/ready');
    expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'unavailable' })]);
  });
});
