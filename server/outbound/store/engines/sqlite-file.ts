import {closeSync, openSync} from 'node:fs';
import type Sqlite from 'better-sqlite3';
import {type PortError, storeUnavailable} from '../../../core/ports/port-error.js';
import {migrate} from './sqlite-schema.js';
import {IN_USE, StoreOpenError} from './store.js';

/** Another process may be opening the file right now. Later, waiting for a lock never blocks anything else. */
export const OPEN_TIMEOUT_MS = 2_000;

/** The package is optional: it has to be compiled, or downloaded, where it is installed. */
export type LoadSqlite = () => Promise<typeof Sqlite>;
const loadPackage: LoadSqlite = async () => (await import('better-sqlite3')).default;

/** @throws StoreOpenError */
export const loadSqlite = (load: LoadSqlite = loadPackage): ReturnType<LoadSqlite> =>
  load().catch((cause: unknown) => {
    throw notAvailable(cause);
  });

/**
 * Opens a file, makes it where it is not there, and brings it up to date.
 * @param isAlone - no other process may be using it, or will until it is closed
 * @throws StoreOpenError, `store-unavailable`
 */
export async function openFile(
  file: string,
  Connection: typeof Sqlite,
  {isAlone = false} = {},
): Promise<Sqlite.Database> {
  let database: Sqlite.Database | undefined;
  try {
    // The rows hold the topics of people's meetings, so only this account may read the file.
    closeSync(openSync(file, 'a', 0o600));
    database = new Connection(file, {timeout: OPEN_TIMEOUT_MS});
    // It is asked for with the first access: https://www.sqlite.org/wal.html#noshm
    if (isAlone) database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, file);
    database.pragma('busy_timeout = 0');
    return database;
  } catch (cause) {
    database?.close();
    throw sqliteFailure(file, cause, {
      ENOENT: 'its folder does not exist.',
      SQLITE_BUSY: isAlone ? IN_USE : 'another program keeps it locked.',
    });
  }
}

/** What is to be thrown when a file cannot be opened: it names the file, and what is wrong. */
export function sqliteFailure(
  file: string,
  cause: unknown,
  sentences: Readonly<Record<string, string>>,
): StoreOpenError | PortError<'store-unavailable'> {
  if (cause instanceof StoreOpenError) return cause;
  if (isNotCompiled(cause)) return notAvailable(cause);
  const code = codeOf(cause);
  const known = {...SENTENCES, ...sentences}[code];
  const message = `The database ${file} cannot be opened: ${known ?? String(cause instanceof Error ? cause.message : cause)}`;
  return PASSING.test(code) ? storeUnavailable(message, {cause}) : new StoreOpenError(message, {cause});
}

/** Nobody has to change the configuration for it: the disk has room again, the other program is done. */
const PASSING = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM)|ENOSPC|EDQUOT|EIO|EMFILE|ENFILE)/;

const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there.',
  EROFS: 'the disk is read-only.',
  ENOSPC: 'the disk is full.',
  SQLITE_NOTADB: 'it is no SQLite database.',
  SQLITE_FULL: 'the disk is full.',
};

const notAvailable = (cause: unknown): StoreOpenError =>
  new StoreOpenError(
    'SQLite is not available: the package better-sqlite3 could not be installed here. Install a C++ compiler, make ' +
      'and Python 3 and run `npm install better-sqlite3` again, or use PostgreSQL (Store: postgres://…).',
    {cause},
  );

/** The package is there, but was installed without its scripts, or for another version of Node. */
const isNotCompiled = (error: unknown): boolean =>
  codeOf(error) === 'ERR_DLOPEN_FAILED' || String(error).includes('Could not locate the bindings file');

export const codeOf = (error: unknown): string => (error as {code?: string} | null)?.code ?? '';
