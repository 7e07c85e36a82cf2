import {describe, expect, it} from '@jest/globals';
import {closingLine} from '../../scripts/test/closing-line.js';

const clean = {numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numRuntimeErrorTestSuites: 0};

describe('the closing line of a test run', () => {
  it('counts what passed and what failed', () => {
    expect(closingLine([clean])).toBe('7 passed, 0 failed');
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const failing = {...clean, numFailedTests: 1, numRuntimeErrorTestSuites: 2};
    expect(closingLine([failing])).toBe('7 passed, 3 failed');
  });

  it('adds up what ran in parts', () => {
    const first = {...clean, numFailedTests: 1};
    expect(closingLine([first, {...clean, numPendingTests: 2}])).toBe('14 passed, 1 failed, 2 skipped');
  });

  it('tells what was skipped', () => {
    expect(closingLine([{...clean, numPendingTests: 2}])).toBe('7 passed, 0 failed, 2 skipped');
  });
});
