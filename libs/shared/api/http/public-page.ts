import { html, Html } from './html';
import { PUBLIC_PAGE_STYLE } from './public-page-style';

/** What surrounds a page that companies open without signing in. */
export interface PublicPage {
  language: 'de' | 'en';
  /** Allows the one style sheet inside the page. */
  nonce: string;
  title: string;
  /** The same page in the other language. */
  other: { href: string; language: string; name: string };
  /** Search engines are asked to leave it alone: its address is personal. */
  isPersonal?: boolean;
}

const STYLE_SHEET = Html.ofProgram(PUBLIC_PAGE_STYLE);

/** The tick above "it has arrived". */
export const DONE_TICK = html`<svg class="done" viewBox="0 0 48 48" aria-hidden="true">
  <circle cx="24" cy="24" r="22" fill="none" stroke="currentColor" stroke-width="3" />
  <path d="m14 25 7 7 13-15" fill="none" stroke="currentColor" stroke-width="4" />
</svg>`;

/** A whole page: needs no JavaScript, no foreign file, and offers the other language at the top. */
export function publicPage({ language, nonce, title, other, isPersonal = false }: PublicPage, content: Html): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${isPersonal && html`<meta name="robots" content="noindex, nofollow" />`}
        <title>${title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style nonce="${nonce}">
          ${STYLE_SHEET}
        </style>
      </head>
      <body>
        <header class="bar">
          <b>Lotse</b><a href="${other.href}" lang="${other.language}" hreflang="${other.language}">${other.name}</a>
        </header>
        ${content}
      </body>
    </html>`.toString();
}
