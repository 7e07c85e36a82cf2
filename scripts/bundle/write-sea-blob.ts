import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {runTool} from './run-tool.js';

/**
 * Small heaps: a server pays for each plugin process, and the plugin's working set is far below these
 * (MiB). The other three trade some of a busy plugin's CPU time for about 20 MiB: garbage is collected
 * earlier, and code is optimised by one compiler, where it runs, instead of on threads that each keep
 * memory of their own.
 * `execArgvExtension: none` keeps a NODE_OPTIONS of the Mattermost server out of the plugin.
 */
const processOptions = {
  execArgv: [
    '--max-old-space-size=128',
    '--max-semi-space-size=1',
    '--optimize-for-size',
    '--no-concurrent-recompilation',
    '--no-maglev',
  ],
  execArgvExtension: 'none',
  disableExperimentalSEAWarning: true,
};

/** What a single executable's blob is made from. */
export interface SeaBlobInput {
  /** A Node of exactly the version that will carry the blob. */
  readonly node: string;
  readonly script: string;
  /** Receives the configuration and the blob. */
  readonly folder: string;
  readonly codeCache: boolean;
}

/**
 * Turns the script into the blob that Node's single executables run.
 *
 * @returns the blob's path
 * @see https://nodejs.org/docs/latest-v24.x/api/single-executable-applications.html
 */
export const writeSeaBlob = async ({node, script, folder, codeCache}: SeaBlobInput): Promise<string> => {
  const blob = join(folder, 'plugin.blob');
  const config = join(folder, 'sea-config.json');
  await writeFile(
    config,
    JSON.stringify({
      main: script,
      output: blob,
      useSnapshot: false,
      useCodeCache: codeCache,
      ...processOptions,
    }),
  );
  // V8 puts its random seed into the code cache; a fixed one gives the same bytes each time. A cache that was made
  // with other flags is rejected at the start.
  await runTool(node, [...processOptions.execArgv, '--random-seed=1', '--experimental-sea-config', config]);
  return blob;
};
