import {execFile} from 'node:child_process';
import {rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {buildPacks} from '../../scripts/test/packs/build-packs.js';

const folder = join(projectRoot, `build/packs-under-test-${process.pid}`);
const suite = (name: string): string => `test/scripts/fixtures/${name}.ts`;
const FAILS = suite('fails');

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: {assertionResults: {fullName: string; status: string; failureMessages: string[]}[]}[];
}

/** What jest says of the packs in the folder. */
const runPacks = (): Promise<Report> =>
  new Promise((resolve, reject) => {
    const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
    const packs = `--testMatch=<rootDir>/${relative(projectRoot, folder)}/*.mjs`;
    execFile(
      process.execPath,
      [jest, '--json', '--runInBand', packs],
      {cwd: projectRoot},
      (_, stdout, stderr) => {
        if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Report);
        else reject(new Error(stderr));
      },
    );
  });

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe('A pack of suites', () => {
  let report: Report;
  const messageOf = (name: string): string =>
    report.testResults
      .flatMap(({assertionResults}) => assertionResults)
      .filter(({fullName}) => fullName === name)
      .flatMap(({failureMessages}) => failureMessages)
      .join('\n');

  beforeAll(async () => {
    const suites = ['cannot-be-loaded', 'fails', 'knows-its-place'].map(suite);
    await buildPacks([{name: 'pack', suites}], folder);
    report = await runPacks();
  });

  it('counts each of its tests, and a suite that cannot be loaded as a failure', () => {
    const {numPassedTests, numFailedTests, numRuntimeErrorTestSuites} = report;
    expect([numPassedTests, numFailedTests, numRuntimeErrorTestSuites]).toEqual([3, 2, 0]);
  });

  it('names the suite of a test that fails, and its line in the source', () => {
    expect(messageOf(`${FAILS} a suite that fails says in which line`)).toContain(`${FAILS}:9:`);
  });

  it('says why a suite cannot be loaded, and runs those behind it', () => {
    expect(messageOf(`${suite('cannot-be-loaded')} can be loaded`)).toContain('This suite cannot be loaded.');
    expect(messageOf(`${suite('knows-its-place')} knows where its own file is, not the pack`)).toBe('');
  });
});

describe('Packs', () => {
  it('can hold the suite of what builds them', async () => {
    const own = {name: 'own', suites: ['test/scripts/build-packs.test.ts']};
    expect(await buildPacks([own], folder)).toEqual([own]);
  });

  it('are left out where a suite imports what is not there, so that jest says what is wrong with it', async () => {
    const good = {name: 'good', suites: [suite('knows-its-place')]};
    const bad = {name: 'bad', suites: [suite('is-not-there')]};
    expect(await buildPacks([bad, good], folder)).toEqual([good]);
  });
});
