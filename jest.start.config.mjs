/** `npm start` as a person meets it: needs the built program, so `npm test` runs it after the journeys. */
export default {
  displayName: 'start',
  testEnvironment: 'node',
  roots: ['<rootDir>/tools'],
  testMatch: ['<rootDir>/tools/start.journey.mjs'],
  moduleFileExtensions: ['mjs', 'js', 'json'],
  transform: {},
  testTimeout: 120_000,
};
