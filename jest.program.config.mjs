import api from './jest.api.config.mjs';

/** The built program as a process that may be killed: after the build, on a database of its own, whose outbox no other spec touches. */
export default {
  ...api,
  displayName: 'program',
  testMatch: ['<rootDir>/libs/*/api/**/*.journey.ts'],
  testPathIgnorePatterns: process.env.LOTSE_LONG ? ['(?<!\\.long)\\.journey\\.ts$'] : ['\\.long\\.journey\\.ts$'],
  testTimeout: process.env.LOTSE_LONG ? 900_000 : 120_000,
};
