import api from './jest.api.config.mjs';

/** The pure rules of the contracts: no database, so `npm run check` can run them. */
const { globalSetup: _setup, globalTeardown: _teardown, ...rest } = api;
export default { ...rest, displayName: 'rules', testMatch: ['<rootDir>/libs/*/contract/**/*.spec.ts'] };
