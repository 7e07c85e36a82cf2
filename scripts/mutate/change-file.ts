import {relative} from 'node:path';
import {Stryker} from '@stryker-mutator/core';
import type {GuardedFile} from './guarded-files.js';

/** What became of the changes of one file. */
export interface Outcome {
  changes: number;
  /** Changes after which a test failed, or never ended. */
  noticed: number;
  /** How many of them never ended, which a busy machine can cause, too. */
  hung: number;
  /** Where the others are, and what stood there instead. */
  unnoticed: readonly string[];
}

/** Makes one small change after the other in a copy, and runs the file's tests each time. */
export async function changeFile({path, tests}: GuardedFile): Promise<Outcome> {
  const results = await new Stryker({
    mutate: [path],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules'],
    jest: {
      configFile: 'jest.config.mjs',
      config: {testMatch: tests.map((test) => `<rootDir>/${test}`)},
      enableFindRelatedTests: false,
    },
    // A file has few tests, which all run; and what is made once, as its module is loaded, is changed like the rest.
    coverageAnalysis: 'off',
    concurrency: 1,
    timeoutMS: 20_000,
    disableTypeChecks: false,
    ignorePatterns: ['build', 'dist', 'docs'],
    tempDirName: 'build/mutation',
    reporters: ['dots'],
    allowConsoleColors: false,
  }).runMutationTest();
  return outcomeOf(results);
}

function outcomeOf(results: Awaited<ReturnType<Stryker['runMutationTest']>>): Outcome {
  const noticed = results.filter(({status}) => status === 'Killed' || status === 'Timeout');
  const unnoticed = results.filter(({status}) => status === 'Survived' || status === 'NoCoverage');
  return {
    changes: noticed.length + unnoticed.length,
    noticed: noticed.length,
    hung: noticed.filter(({status}) => status === 'Timeout').length,
    unnoticed: unnoticed.map(
      ({fileName, location, replacement = '', mutatorName}) =>
        `${relative('', fileName)}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement}`,
    ),
  };
}
