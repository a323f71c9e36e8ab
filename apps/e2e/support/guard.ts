import type { BrowserContext } from '@playwright/test';

/** Refusals that belong to the program's ordinary work: asking who is signed in before anybody is. */
const USUAL = [/^GET \/api\/v1\/session 401$/];

/**
 * Watches everything a browser does: no error on the console (a violated Content-Security-Policy is one), no uncaught exception,
 * no request to another host, no refusal that the test did not expect.
 */
export class Guard {
  private readonly faults: string[] = [];
  private readonly expected: RegExp[] = [...USUAL];

  constructor(context: BrowserContext, baseURL: string) {
    context.on('console', (message) => {
      const isRefusal = message.text().startsWith('Failed to load resource'); // judged by its status below
      if (message.type() === 'error' && !isRefusal) this.faults.push(`console: ${message.text()}`);
      if (message.type() === 'warning' && message.text().includes('Content Security Policy'))
        this.faults.push(`console: ${message.text()}`);
    });
    context.on('weberror', (error) => this.faults.push(`uncaught: ${error.error().message}`));
    context.on('request', (sent) => {
      const url = new URL(sent.url());
      if (url.origin !== new URL(baseURL).origin && !['data:', 'blob:'].includes(url.protocol)) this.faults.push(`foreign: ${sent.url()}`);
    });
    context.on('response', (answer) => {
      if (answer.status() < 400) return;
      const line = `${answer.request().method()} ${new URL(answer.url()).pathname} ${answer.status()}`;
      if (!this.expected.some((pattern) => pattern.test(line))) this.faults.push(`refused: ${line}`);
    });
  }

  /** Allows answers such as `PATCH /api/v1/cases/… 412`. */
  expect(...lines: RegExp[]): void {
    this.expected.push(...lines);
  }

  /** What went wrong so far. */
  found(): readonly string[] {
    return this.faults;
  }
}
