import { DOCUMENT, inject, Service } from '@angular/core';

const KEPT = 'lotse.updatedTo';
const MAIN = /\bmain-[\w-]+\.js\b/;

/**
 * Pages are loaded when they are opened. After an update of the program their files have other names, and a browser that still
 * runs the old one cannot load them: then it starts anew, once for each new program, so that nobody reloads for ever.
 */
@Service()
export class Update {
  private readonly document = inject(DOCUMENT);

  /**
   * Leaves for the page in the new program when the server has one that was not tried yet; without connection, or when the server has
   * the same program as this browser, nothing happens.
   * @param page path that could not be opened
   */
  async follow(page: string): Promise<void> {
    const here = MAIN.exec(this.document.querySelector<HTMLScriptElement>('script[src*="main-"]')?.src ?? '')?.[0];
    const there = await this.served();
    if (!there || there === here || !this.isFirstTry(there)) return;
    this.document.location.assign(page);
  }

  /** The program the server has now; `undefined` when it cannot be reached. */
  private async served(): Promise<string | undefined> {
    try {
      const answer = await fetch('/', { cache: 'no-store' });
      return answer.ok ? MAIN.exec(await answer.text())?.[0] : undefined;
    } catch {
      return undefined;
    }
  }

  /** A browser that cannot remember has always tried: it never reloads by itself. */
  private isFirstTry(program: string): boolean {
    try {
      if (sessionStorage.getItem(KEPT) === program) return false;
      sessionStorage.setItem(KEPT, program);
      return true;
    } catch {
      return false;
    }
  }
}
