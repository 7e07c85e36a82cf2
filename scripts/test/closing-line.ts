/** The parts of jest's `--json` results that the closing line tells. */
export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Skipped ones. */
  readonly numPendingTests: number;
  /** Files that could not even be loaded; jest does not count their tests. */
  readonly numRuntimeErrorTestSuites: number;
}

/** The last line of a test run: `N passed, N failed`, with the skipped ones where there are any. */
export const closingLine = (results: JestResults): string => {
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
  return `${results.numPassedTests} passed, ${failed} failed${skipped}`;
};
