/** The commands themselves: locks, the database's folder, what a person is told when something is wrong. */
export default {
  displayName: 'tools',
  testEnvironment: 'node',
  roots: ['<rootDir>/tools'],
  testMatch: ['<rootDir>/tools/**/*.spec.mjs'],
  moduleFileExtensions: ['mjs', 'js', 'ts', 'json'],
  transform: {},
};
