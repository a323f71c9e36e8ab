import type { Request } from 'express';

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether a request may change something. */
export const changesState = (request: Request): boolean => unsafe.has(request.method);

/**
 * Whether a page of another origin sent this request. Browsers say so in `Sec-Fetch-Site` and `Origin` and pages cannot forge either;
 * programs send neither. Our own origin is the configured one or the one the request came to (localhost and 127.0.0.1 are both in use).
 */
export function isForeign(request: Request, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return origin !== new URL(publicUrl).origin && origin !== reachedOrigin(request, publicUrl);
}

/**
 * The origin the request came to, scheme and port included. A proxy that ends TLS hides the scheme from us: once people reach the program
 * by https, no page that came over plain http is ours.
 */
function reachedOrigin(request: Request, publicUrl: string): string | undefined {
  const scheme = publicUrl.startsWith('https:') ? 'https' : request.protocol;
  const url = `${scheme}://${request.headers.host ?? ''}`;
  return URL.canParse(url) ? new URL(url).origin : undefined;
}
