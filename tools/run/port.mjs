import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem.mjs';

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, () => {
      const { port: given } = probe.address();
      probe.close(() => resolve(given));
    });
  });

/** A port of the loopback interface that nobody uses now. */
export const freePort = () => listen(0, '127.0.0.1');

/** The port to serve on: `PORT`, or 3000. */
export function wantedPort(env = process.env) {
  const text = env.PORT?.trim() || '3000';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) throw new Problem(`PORT is "${text}"; it must be a number from 1 to 65535.`);
  return port;
}

/** Throws a `Problem` when the port cannot be served on, and not within `patience` ms either. */
export async function assertPortFree(port, host = '127.0.0.1', patience = 0) {
  const until = Date.now() + patience;
  try {
    await listen(port, host);
  } catch (error) {
    if (error.code === 'EADDRINUSE' && Date.now() < until) {
      await wait(200);
      return assertPortFree(port, host, until - Date.now());
    }
    if (error.code === 'EACCES')
      throw new Problem(`port ${port} needs more rights than you have; choose one above 1023, e.g. PORT=3000 npm start`);
    if (error.code !== 'EADDRINUSE') throw new Problem(`cannot serve on ${host}:${port} (${error.code}).`);
    throw new Problem(
      `port ${port} is in use by another program. Nothing was started or changed.`,
      `End that program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
}
