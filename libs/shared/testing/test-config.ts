import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { AppConfig } from '@lotse/shared/api';

/** Connections to the database of this run, as the set-up of the specs leaves them. */
export interface TestUrls {
  admin: string;
  app: string;
  auth: string;
  jobs: string;
  /** The serving role's rights without the policies: exists in tests only. */
  appUnguarded: string;
}

export function testUrls(): TestUrls {
  const urls = process.env['LOTSE_TEST_URLS'];
  if (!urls) throw new Error('LOTSE_TEST_URLS is missing: run the specs by jest.api.config.mjs');
  return JSON.parse(urls) as TestUrls;
}

/** Folder for files of this run; removed with its database. */
function testFiles(): string {
  const folder = process.env['LOTSE_TEST_FILES'];
  if (!folder) throw new Error('LOTSE_TEST_FILES is missing: run the specs by jest.api.config.mjs');
  return pathToFileURL(folder).href;
}

/** Settings for an application in a spec: quiet, no schedules, on a free port. */
export function testConfig(changes: Partial<AppConfig> = {}): AppConfig {
  const { app, auth, jobs } = testUrls();
  return {
    port: 0,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    production: false,
    demo: false,
    demoPassword: 'lotse-demo',
    smtpUrl: undefined,
    webRoot: undefined,
    storage: { url: testFiles(), uploadLimit: 1024 * 1024, quota: 8 * 1024 * 1024 },
    secret: randomBytes(32),
    databases: { app, auth, jobs },
    trustedProxies: 0,
    poolSize: 8,
    backgroundWork: false,
    logLevel: 'silent',
    ...changes,
  };
}
