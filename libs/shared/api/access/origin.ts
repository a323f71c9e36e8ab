import type { Request } from 'express';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether a request may change something. */
export const changesState = (request: Request): boolean => unsafe.has(request.method);

/**
 * Whether a page of another origin sent this request. Browsers say so in `Sec-Fetch-Site` and `Origin` and pages cannot forge either;
 * programs send neither. Our own origin is the configured one or the host the request came to (localhost and 127.0.0.1 are both in use).
 */
export function isForeign(request: Request, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  if (origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
