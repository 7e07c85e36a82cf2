/** Type errors are `npm run types`; here esbuild only strips the types. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.css'],
  moduleNameMapper: {'^(\\.{1,2}/.*)\\.js$': '$1'},
  transform: {'\\.(ts|css)$': '<rootDir>/test/support/esbuild-transform.mjs'},
  // What this run has built itself, such as its packs, is as it shall be.
  transformIgnorePatterns: ['/node_modules/', '<rootDir>/build/'],
  testSequencer: '<rootDir>/test/support/slow-first.mjs',
  setupFiles: ['<rootDir>/test/support/end-contexts.ts'],
  // In Node 20, the modules of a suite are freed only with its worker.
  workerIdleMemoryLimit: '800MB',
  testTimeout: 30_000,
};
