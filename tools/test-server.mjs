// The program for the browser tests: `npm start` itself, on a data folder of its own that begins empty every time.
import { join } from 'node:path';
import { busy } from './postgres/connect.mjs';
import { placeOf, removeCluster } from './postgres/place.mjs';
import { serverOf, stopServer } from './postgres/process.mjs';
import { takeLock } from './run/lock.mjs';
import { orExplain } from './run/problem.mjs';
import { root } from './run/root.mjs';

const folder = join(root, '.lotse/e2e');
const cluster = join(folder, 'postgres');

await orExplain(async () => {
  const lock = await takeLock(folder, {}, 0);
  if (lock.holder) throw busy(folder, lock.holder); // another run of the journeys
  try {
    const left = serverOf(join(placeOf(cluster), 'data')); // of a run that was killed
    if (left) await stopServer(left.pid);
    removeCluster(cluster);
  } finally {
    lock.release();
  }
  process.env.LOTSE_DATA_DIR = folder;
  process.env.LOTSE_DEMO = '1';
  for (const name of ['DATABASE_URL', 'LOTSE_DEMO_PASSWORD', 'SMTP_URL', 'PUBLIC_URL', 'HOST']) delete process.env[name];
  await import('./start.mjs');
});
