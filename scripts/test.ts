import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {serveShared} from '../test/support/shared/serve-shared.js';
import {projectRoot} from './project-root.js';
import {closingLine} from './test/closing-line.js';
import {findMissing} from './test/find-missing.js';
import {packSuites} from './test/packs/pack-suites.js';
import {type Part, partsOf} from './test/parts.js';
import {type JestRun, runJest} from './test/run-jest.js';

const isCi = process.env['CI'] === 'true';

/** What jest gets to know of the suites that run: all of the part but those that are skipped, by patterns. */
const argsOf = async (
  {args = [], suites}: Part,
  skipped: readonly string[],
  folder: string,
): Promise<readonly string[]> => {
  if (suites === undefined)
    return [...args, ...skipped.map((pattern) => `--testPathIgnorePatterns=${pattern}`)];
  const isSkipped = (path: string): boolean => skipped.some((pattern) => new RegExp(pattern).test(path));
  return packSuites((path) => suites(path) && !isSkipped(path), join(folder, 'packs'));
};

const runTests = async (): Promise<number> => {
  const missing = await findMissing();
  for (const {reason} of missing) console.log(reason);
  if (missing.length > 0 && isCi) return 1;
  // Asked for by those who have a server that is there for tests.
  const withoutServer = (process.env['ZOOM_TEST_MATTERMOST'] ?? '') === '';
  const skipped = [
    ...missing.flatMap(({suites}) => suites ?? []),
    ...(withoutServer ? ['/test/server/'] : []),
  ];
  const folder = join(projectRoot, `build/test-${process.pid}`);
  const shared = await serveShared(folder);
  const {ZOOM_TEST_HOSTS: hosts} = process.env;
  const env = {
    ZOOM_TEST_SHARED: shared.address,
    ...Object.fromEntries(missing.flatMap(({variable, reason}) => (variable ? [[variable, reason]] : []))),
  };
  const runs: JestRun[] = [];
  try {
    for (const part of partsOf(process.argv.slice(2), {isCi})) {
      const args = await argsOf(part, skipped, folder);
      const wanted = {...env, ...part.env, ...(hosts && {ZOOM_TEST_HOSTS: hosts})};
      runs.push(await runJest(folder, args, wanted, part.workers));
    }
  } finally {
    await shared.close();
    rmSync(folder, {recursive: true, force: true});
  }
  const results = runs.flatMap((run) => run.results ?? []);
  if (results.length > 0) console.log(closingLine(results));
  return Math.max(...runs.map(({status}) => status));
};

// A status that is only set gets lost: what ends PostgreSQL with us exits with 0 when nothing is left to do.
process.exit(await runTests());
