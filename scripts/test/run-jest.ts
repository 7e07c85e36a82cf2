import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../project-root.js';
import type {JestResults} from './closing-line.js';

/** How a run of jest ended; the results are absent when it broke before any test. */
export interface JestRun {
  readonly status: number;
  readonly results?: JestResults;
}

/**
 * Runs jest on ES modules, its report on the terminal.
 *
 * @param folder - of this run of tests alone: several may go on side by side
 * @param args - added to jest's command line
 * @param env - added to the environment
 * @param workers - how many suites run side by side
 */
export const runJest = async (
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  workers: number,
): Promise<JestRun> => {
  const resultsFile = join(folder, 'results.json');
  mkdirSync(folder, {recursive: true});
  rmSync(resultsFile, {force: true});
  const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
  const own = [`--maxWorkers=${workers}`, '--json', `--outputFile=${resultsFile}`];
  const {NODE_OPTIONS: given = '', ...inherited} = process.env;
  const options = `${given} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();
  const child = spawn(process.execPath, [jest, ...own, ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    env: {...inherited, ...env, NODE_OPTIONS: options},
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  const ended = {status: status ?? 1};
  if (!existsSync(resultsFile)) {
    return ended;
  }
  return {...ended, results: JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults};
};
