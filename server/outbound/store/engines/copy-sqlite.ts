import {accessSync, constants} from 'node:fs';
import type Sqlite from 'better-sqlite3';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {loadSqlite, openFile, OPEN_TIMEOUT_MS, sqliteFailure} from './sqlite-file.js';
import {assertReadable} from './sqlite-schema.js';
import {PAGE, type Pages, type Source, type StoreDeps, type Target} from './store.js';

type Database = Sqlite.Database;

/**
 * The file of a store that is copied.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function sqliteSource(file: string, {clock}: Pick<StoreDeps, 'clock'>): Promise<Source> {
  const Connection = await loadSqlite();
  // A connection for each look, which holds on to the moment that it shows.
  const connect = (): Database => {
    let database: Database | undefined;
    try {
      accessSync(file, constants.R_OK);
      database = new Connection(file, {fileMustExist: true, timeout: OPEN_TIMEOUT_MS});
      assertReadable(database, file);
      return database;
    } catch (cause) {
      database?.close();
      throw sqliteFailure(file, cause, {
        ENOENT: 'there is no such file.',
        EACCES: 'this account may not read it.',
        SQLITE_BUSY: 'another program keeps it locked.',
      });
    }
  };
  // Until the end, so that nobody makes a target of it.
  const held = connect();
  return {rows: () => pagesOf(connect(), clock), close: async () => void held.close()};
}

async function* pagesOf(database: Database, clock: {now(): number}): Pages {
  try {
    const select = database.prepare<
      [string, number, number],
      {key: string; value: string; expires_at: number | null}
    >(
      'SELECT * FROM zoom_rows WHERE key > ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ?',
    );
    database.exec('BEGIN');
    const now = clock.now();
    for (let after = ''; ;) {
      const page = select.all(after, now, PAGE);
      if (page.length > 0)
        yield page.map(({expires_at, ...row}) => ({...row, expiresAt: expires_at ?? undefined}));
      if (page.length < PAGE) return;
      after = page.at(-1)?.key ?? '';
    }
  } catch (cause) {
    throw isOfSqlite(cause) ? failed('read', database, cause) : cause;
  } finally {
    // It ends the transaction, too.
    database.close();
  }
}

/**
 * The file that a copy is made to; it is created where it is not there. It is this process's alone until it is closed.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function sqliteTarget(file: string): Promise<Target> {
  const database = await openFile(file, await loadSqlite(), {isAlone: true});
  const count = database.prepare<[], number>('SELECT count(*) FROM zoom_rows').pluck();
  const insert = database.prepare('INSERT INTO zoom_rows (key, value, expires_at) VALUES (?, ?, ?)');
  return {
    count: async () => count.get() ?? 0,
    async replace(pages, confirm) {
      try {
        database.exec('BEGIN IMMEDIATE; DELETE FROM zoom_rows');
        for await (const page of pages)
          for (const {key, value, expiresAt} of page) insert.run(key, value, expiresAt ?? null);
        confirm(count.get() ?? 0);
        database.exec('COMMIT');
      } catch (cause) {
        if (database.inTransaction) database.exec('ROLLBACK');
        throw isOfSqlite(cause) ? failed('written', database, cause) : cause;
      }
    },
    close: async () => void database.close(),
  };
}

const isOfSqlite = (error: unknown): error is Error => error instanceof Error && error.name === 'SqliteError';

const failed = (verb: 'read' | 'written', {name}: Database, cause: Error): Error =>
  storeUnavailable(`The database ${name} cannot be ${verb}: ${cause.message}`, {cause});
