/** Type errors are `npm run types`; here esbuild only strips the types. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {'^(\\.{1,2}/.*)\\.js$': '$1'},
  transform: {'\\.ts$': '<rootDir>/test/support/esbuild-transform.mjs'},
  testTimeout: 30_000,
};
