import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessChecks, type AppConfig, LiveHub } from '@lotse/shared/api';
import { TestClient, testConfig, type TestUrls, testUrls } from '@lotse/shared/testing';
import { createApp } from '../create-app';

/** What guards the rows: both layers, the policies of the database alone, or the checks of the API alone. */
export type Mode = 'normal' | 'policies only' | 'checks only';
export const MODES: readonly Mode[] = ['normal', 'policies only', 'checks only'];

/** The whole program, listening. */
export interface Program {
  readonly app: NestExpressApplication;
  readonly url: string;
  /** A client with a session, or without one. */
  as(person?: { token: string }): TestClient;
  close(): Promise<void>;
}

/** Starts the whole program as `main.ts` does, on a free port, with the given layers of protection. */
export async function startProgram(mode: Mode = 'normal', changes: Partial<AppConfig> = {}, urls: TestUrls = testUrls()): Promise<Program> {
  const serving = mode === 'checks only' ? urls.appUnguarded : urls.app;
  const app = await createApp(testConfig({ databases: { app: serving, auth: urls.auth, jobs: urls.jobs }, ...changes }));
  app.get(AccessChecks).enabled = mode !== 'policies only';
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer() as Server;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    app,
    url,
    as: (person) => new TestClient(url, person && `lotse=${person.token}`),
    close: async () => {
      app.get(LiveHub).endStreams();
      server.closeAllConnections();
      await app.close();
    },
  };
}
