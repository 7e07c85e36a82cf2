import {describe, it} from '@jest/globals';

/**
 * Defines the tests of a suite of a pack below the suite's path. Its own hooks are so for it alone; where it cannot be
 * loaded, that is one failed test, and the suites beside it run.
 *
 * @param load - runs the suite's file
 */
export const defineSuite = (path: string, load: () => unknown): void =>
  describe(path, () => {
    try {
      load();
    } catch (error) {
      it('can be loaded', () => {
        throw error;
      });
    }
  });
