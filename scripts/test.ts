import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {serveShared} from '../test/support/shared/serve-shared.js';
import {projectRoot} from './project-root.js';
import {closingLine} from './test/closing-line.js';
import {findMissing} from './test/find-missing.js';
import {partsOf} from './test/parts.js';
import {type JestRun, runJest} from './test/run-jest.js';

const isCi = process.env['CI'] === 'true';

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
    for (const {args, workers, env: more} of partsOf(process.argv.slice(2), {isCi})) {
      const ignored = skipped.map((suites) => `--testPathIgnorePatterns=${suites}`);
      runs.push(
        await runJest(
          folder,
          [...args, ...ignored],
          {...env, ...more, ...(hosts && {ZOOM_TEST_HOSTS: hosts})},
          workers,
        ),
      );
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
