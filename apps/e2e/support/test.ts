import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test';
import { account, type Mailbox } from './accounts';
import { Guard } from './guard';
import { Script } from './script';
import { type Kept, Sessions, signIn } from './sessions';

/** A browser of one person. */
export interface Visitor {
  page: Page;
  guard: Guard;
}

export interface VisitOptions {
  language?: 'de' | 'en';
  theme?: 'light' | 'dark';
  width?: number;
  height?: number;
  javaScript?: boolean;
  /** What the browser asks servers for; the survey listens to it. */
  browserLanguage?: string;
  /** A session of its own, for tests that end or change it. */
  own?: boolean;
}

interface Fixtures {
  /** Opens a browser that nobody is signed in with. */
  visit: (options?: VisitOptions) => Promise<Visitor>;
  /** Opens a browser in which this person is signed in. */
  enter: (mailbox: Mailbox, organisation: string, options?: VisitOptions) => Promise<Visitor>;
  /** The same person without a browser, to prepare what a journey begins with. */
  script: (mailbox: Mailbox, organisation: string) => Promise<Script>;
}

async function open(browser: Browser, baseURL: string, options: VisitOptions, kept?: Kept): Promise<Visitor> {
  const { language = 'de', theme = 'light', width = 1280, height = 800, javaScript = true } = options;
  const remembered = [{ name: 'lotse.language', value: language }];
  const context: BrowserContextOptions = {
    viewport: { width, height },
    colorScheme: theme,
    javaScriptEnabled: javaScript,
    reducedMotion: 'reduce',
    ...(options.browserLanguage && { locale: options.browserLanguage }),
    storageState: { cookies: kept?.cookies ?? [], origins: [{ origin: new URL(baseURL).origin, localStorage: remembered }] },
  };
  const opened = await browser.newContext(context);
  return { guard: new Guard(opened, baseURL), page: await opened.newPage() };
}

export const test = base.extend<Fixtures, { sessions: Sessions }>({
  sessions: [
    async ({ browser: _ }, use, { project }) => {
      await use(new Sessions(String(project.use.baseURL)));
    },
    { scope: 'worker' },
  ],
  visit: async ({ browser, baseURL }, use) => {
    const visitors: Visitor[] = [];
    await use(async (options = {}) => {
      const visitor = await open(browser, String(baseURL), options);
      visitors.push(visitor);
      return visitor;
    });
    await leave(visitors);
  },
  enter: async ({ browser, baseURL, sessions }, use) => {
    const visitors: Visitor[] = [];
    await use(async (mailbox, organisation, options = {}) => {
      const email = account(mailbox, organisation);
      const kept = options.own ? await signIn(String(baseURL), email) : await sessions.of(email);
      const visitor = await open(browser, String(baseURL), options, kept);
      visitors.push(visitor);
      return visitor;
    });
    await leave(visitors);
  },
  script: async ({ playwright, baseURL, sessions }, use) => {
    const scripts: Script[] = [];
    await use(async (mailbox, organisation) => {
      const storageState = await sessions.of(account(mailbox, organisation));
      const script = new Script(await playwright.request.newContext({ baseURL, storageState }));
      scripts.push(script);
      return script;
    });
    for (const script of scripts) await script.end();
  },
});

async function leave(visitors: readonly Visitor[]): Promise<void> {
  const faults = visitors.flatMap(({ guard }) => guard.found());
  for (const { page } of visitors) await page.context().close();
  expect(faults, 'what the browsers complained about').toEqual([]);
}

export { expect };
