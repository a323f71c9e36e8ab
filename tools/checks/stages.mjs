import { join } from 'node:path';
import { freePort } from '../run/port.mjs';
import { root } from '../run/root.mjs';
import { requireChromium } from './chromium.mjs';
import { countJest, countPlaywright, freshReport } from './reports.mjs';

const nx = (...args) => ['node_modules/nx/dist/bin/nx.js', ...args, '--output-style=static'];
const jest = (...args) => ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', ...args];
const report = (name) => freshReport(join(root, 'dist', `${name}.json`));
const quietNx = { NX_DAEMON: 'false', NX_TUI: 'false' };

const FORMAT = { name: 'format', commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']] };
const LINT = { name: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']], env: quietNx };
const TYPES_API = { name: 'types: api', commands: [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.api-spec.json']] };
const TYPES_WEB = {
  name: 'types: web',
  commands: [['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.spec.json', '--noEmit']],
};
const TYPES_E2E = { name: 'types: e2e', commands: [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.e2e.json']] };
const LANGUAGES = { name: 'languages', commands: [['tools/checks/languages.mjs']] };
const STATIC = [LINT, TYPES_WEB, TYPES_API, FORMAT, TYPES_E2E, LANGUAGES];

function tests(name, ...args) {
  const file = report(`jest-${name.replaceAll(/\W+/g, '-')}`);
  return { name, commands: [jest('--json', `--outputFile=${file}`, ...args)], count: () => countJest(file) };
}

async function journeys(chromium) {
  const file = report('playwright');
  return {
    name: 'browser',
    commands: [['node_modules/@playwright/test/cli.js', 'test', '-c', 'apps/e2e/playwright.config.ts']],
    env: {
      CHROMIUM_PATH: chromium,
      E2E_PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      HOME: process.env.HOME ?? join(root, 'dist'),
    },
    count: () => countPlaywright(file),
  };
}

/** All of `npm test`, in order. The browser is looked for first: a person should not wait to be told that it is missing. */
export async function everything() {
  const chromium = await requireChromium();
  return [
    STATIC,
    [tests('unit and API')],
    [{ name: 'build', commands: [nx('run-many', '-t', 'build', '-p', 'api,web')], env: quietNx }],
    [tests('killed program', '--config', 'jest.program.config.mjs')],
    [{ name: 'openapi', commands: [['tools/checks/openapi.mjs']] }],
    [await journeys(chromium)],
    [tests('start and stop', '--config', 'jest.start.config.mjs')],
  ];
}

/** `npm run check`: everything without database and browser. */
export async function fastOnes() {
  return [
    [
      ...STATIC,
      tests('unit', '--selectProjects', 'ui', 'tools', '--testPathIgnorePatterns', 'tools/postgres'),
      tests('rules', '--config', 'jest.rules.config.mjs'),
    ],
  ];
}
