import type Sqlite from 'better-sqlite3';
import type {KeyValue} from '../../../core/ports/key-value.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {createGroupCommit} from './group-commit.js';
import {codeOf, type LoadSqlite, loadSqlite, openFile} from './sqlite-file.js';
import {type Store, type StoreDeps, takeWrite} from './store.js';

type Database = Sqlite.Database;

const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * One file for one machine. What was acknowledged is on the disk and survives the loss of power; processes of the
 * machine may share it.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function openSqlite(file: string, deps: StoreDeps, load?: LoadSqlite): Promise<Store> {
  const database = await openFile(file, await loadSqlite(load));
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
  const keyValue = keyValueOf(database, clock, commit);
  return {
    keyValue,
    ping: () => takeWrite(keyValue),
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
