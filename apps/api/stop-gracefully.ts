import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { LiveHub } from '@lotse/shared/api';
import { Readiness } from './health/readiness';

/** Running requests may take this long to end. */
const DRAIN_MS = 4_000;
/** Then the program goes, whatever still hangs. */
const EXIT_MS = 9_000;

/** On SIGTERM or SIGINT: say not ready, take nothing new, finish what runs, close the pools, exit. A second signal exits at once. */
export function stopGracefully(app: NestExpressApplication): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), EXIT_MS).unref();
    drain(app).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function drain(app: NestExpressApplication): Promise<void> {
  app.get(Readiness).drain();
  app.get(LiveHub).endStreams();
  const server = app.getHttpServer() as Server;
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(DRAIN_MS)]);
  server.closeAllConnections();
  await app.close();
}
