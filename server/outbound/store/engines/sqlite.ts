import {closeSync, openSync} from 'node:fs';
import type Sqlite from 'better-sqlite3';
import type {KeyValue} from '../../../core/ports/key-value.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {createGroupCommit} from './group-commit.js';
import {migrate} from './sqlite-schema.js';
import {EXPIRED, PAGE, type Store, type StoreDeps, type StoredRow, StoreOpenError} from './store.js';

type Database = Sqlite.Database;

/** Another process may be opening the file right now. Later, waiting for a lock never blocks anything else. */
const OPEN_TIMEOUT_MS = 5_000;
const SWEEP_EVERY_MS = 60 * 60_000;

/** The package is optional: it has to be compiled, or downloaded, where it is installed. */
export type LoadSqlite = () => Promise<typeof Sqlite>;
const loadPackage: LoadSqlite = async () => (await import('better-sqlite3')).default;

/**
 * One file for one machine. What was acknowledged is on the disk and survives the loss of power; processes of the
 * machine may share it.
 * @throws StoreOpenError
 */
export async function openSqlite(file: string, deps: StoreDeps, load = loadPackage): Promise<Store> {
  const database = await openFile(file, load);
  const {clock, logger} = deps;
  const commit = createGroupCommit(clock, {
    run: (writes) => database.transaction(() => writes.map((write) => write())).immediate(),
    isBusy: (error) => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error)),
  });
  const sweep = database.prepare('DELETE FROM zoom_rows WHERE expires_at <= ?');
  let cancelSweep = (): void => undefined;
  const sweepAgain = (): void => {
    void commit(() => sweep.run(clock.now())).catch((error: unknown) =>
      logger.warn('Expired rows could not be removed', {error: String(error)}),
    );
    cancelSweep = clock.after(SWEEP_EVERY_MS, sweepAgain);
  };
  sweepAgain();
  return {
    keyValue: keyValueOf(database, clock, commit),
    ping: () => writeRows(database, commit, [EXPIRED]),
    rows: () => pagesOf(database, clock),
    writeRows: (rows) => writeRows(database, commit, rows),
    async close() {
      cancelSweep();
      // Earlier writes come first; the caller of each hears whether it failed.
      await commit(() => undefined).catch(() => undefined);
      database.close();
    },
  };
}

type Commit = ReturnType<typeof createGroupCommit>;

function keyValueOf(database: Database, clock: {now(): number}, commit: Commit): KeyValue {
  const select = database
    .prepare<[string, number], string>(
      'SELECT value FROM zoom_rows WHERE key = ? AND (expires_at IS NULL OR expires_at > ?)',
    )
    .pluck();
  const upsert = database.prepare(UPSERT);
  const remove = database.prepare('DELETE FROM zoom_rows WHERE key = ?');
  const expiry = (ttlSeconds?: number): number | null =>
    ttlSeconds === undefined ? null : clock.now() + ttlSeconds * 1000;
  return {
    get: async (key) => read(() => select.get(key, clock.now())),
    put: async (key, value, {ttlSeconds} = {}) =>
      void (await commit(() => upsert.run(key, value, expiry(ttlSeconds)))),
    compareAndSet: (key, expected, next, {ttlSeconds} = {}) =>
      commit(() => {
        if (select.get(key, clock.now()) !== expected) return false;
        upsert.run(key, next, expiry(ttlSeconds));
        return true;
      }),
    delete: async (key) => void (await commit(() => remove.run(key))),
  };
}

const UPSERT = `INSERT INTO zoom_rows (key, value, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`;

function read<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw storeUnavailable('The database did not read', {cause});
  }
}

async function* pagesOf(database: Database, clock: {now(): number}): AsyncIterable<readonly StoredRow[]> {
  const select = database.prepare<
    [string, number, number],
    {key: string; value: string; expires_at: number | null}
  >('SELECT * FROM zoom_rows WHERE key > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ?');
  for (let after = ''; ;) {
    const page = read(() => select.all(after, clock.now(), PAGE));
    if (page.length > 0)
      yield page.map(({expires_at, ...row}) => ({...row, expiresAt: expires_at ?? undefined}));
    if (page.length < PAGE) return;
    after = page.at(-1)?.key ?? '';
  }
}

async function writeRows(database: Database, commit: Commit, rows: readonly StoredRow[]): Promise<void> {
  const upsert = database.prepare(UPSERT);
  await commit(() => rows.forEach(({key, value, expiresAt}) => upsert.run(key, value, expiresAt ?? null)));
}

async function openFile(file: string, load: LoadSqlite): Promise<Database> {
  const Database = await load().catch((cause: unknown) => {
    throw notAvailable(cause);
  });
  let database: Database | undefined;
  try {
    // The rows hold the topics of people's meetings, so only this account may read the file.
    closeSync(openSync(file, 'a', 0o600));
    database = new Database(file, {timeout: OPEN_TIMEOUT_MS});
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    migrate(database, file);
    database.pragma('busy_timeout = 0');
    return database;
  } catch (cause) {
    database?.close();
    if (cause instanceof StoreOpenError) throw cause;
    if (isNotCompiled(cause)) throw notAvailable(cause);
    throw new StoreOpenError(`The database ${file} cannot be opened: ${sentence(cause)}`, {cause});
  }
}

const notAvailable = (cause: unknown): StoreOpenError =>
  new StoreOpenError(
    'SQLite is not available: the package better-sqlite3 could not be installed here. Install a C++ compiler, make ' +
      'and Python 3 and run `npm install better-sqlite3` again, or use PostgreSQL (Store: postgres://…).',
    {cause},
  );

/** The package is there, but was installed without its scripts, or for another version of Node. */
const isNotCompiled = (error: unknown): boolean =>
  codeOf(error) === 'ERR_DLOPEN_FAILED' || String(error).includes('Could not locate the bindings file');

const codeOf = (error: unknown): string => (error as {code?: string} | null)?.code ?? '';

function sentence(error: unknown): string {
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist.',
    EACCES: 'this account may not write there.',
    EROFS: 'the disk is read-only.',
    SQLITE_NOTADB: 'it is no SQLite database.',
    SQLITE_BUSY: 'another program keeps it locked.',
    SQLITE_FULL: 'the disk is full.',
  };
  return sentences[codeOf(error)] ?? String(error instanceof Error ? error.message : error);
}
