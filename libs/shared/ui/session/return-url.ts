/** Only paths of this program are followed after signing in; anything else leads to the start page. */
export function safeReturnUrl(url: string | null | undefined): string {
  return url && /^\/(?![/\\])/.test(url) && !url.startsWith('/anmelden') ? url : '/';
}
