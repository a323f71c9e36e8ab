/** Stands for the origin of this program: a path that stays within it stays within any. */
const HERE = 'https://here.invalid';

/**
 * Only paths of this program are followed after signing in; anything else leads to the start page.
 * Browsers drop tabs and line breaks from an address and read `\` as `/` before they look where it leads, so what counts is the parsed
 * address, and that one is given back.
 */
export function safeReturnUrl(url: string | null | undefined): string {
  if (!url?.startsWith('/') || /\p{Cc}/u.test(url)) return '/';
  const target = URL.canParse(url, HERE) ? new URL(url, HERE) : undefined;
  // `/.//host` has our origin, but its path alone would lead to that host.
  if (target?.origin !== HERE || target.pathname.startsWith('//') || target.pathname.startsWith('/anmelden')) return '/';
  return target.pathname + target.search + target.hash;
}
