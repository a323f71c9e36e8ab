// The program for the browser tests: `npm start` itself, on a data folder of its own that begins empty every time.
import { join } from 'node:path';
import { root } from './run/root.mjs';
import { placeOf, removeCluster } from './postgres/place.mjs';
import { serverOf, stopServer } from './postgres/process.mjs';

const folder = join(root, '.lotse/e2e');
const left = serverOf(join(placeOf(join(folder, 'postgres')), 'data')); // of a run that was killed
if (left) await stopServer(left.pid);
removeCluster(join(folder, 'postgres'));

process.env.LOTSE_DATA_DIR = folder;
process.env.LOTSE_DEMO = '1';
delete process.env.LOTSE_DEMO_PASSWORD;
delete process.env.DATABASE_URL;
delete process.env.SMTP_URL;
delete process.env.HOST;
await import('./start.mjs');
