/** The parts of jest's `--json` results that the closing line tells. */
export interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Skipped ones. */
  readonly numPendingTests: number;
  /** Files that could not even be loaded; jest does not count their tests. */
  readonly numRuntimeErrorTestSuites: number;
}

/** The last line of one or more test runs: `N passed, N failed`, with the skipped ones where there are any. */
export const closingLine = (runs: readonly JestResults[]): string => {
  const sum = (count: (run: JestResults) => number): number =>
    runs.reduce((total, run) => total + count(run), 0);
  const passed = sum(({numPassedTests}) => numPassedTests);
  const failed = sum((run) => run.numFailedTests + run.numRuntimeErrorTestSuites);
  const skipped = sum(({numPendingTests}) => numPendingTests);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
};
