import {mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from '@jest/globals';
import Sqlite from 'better-sqlite3';
import {systemClock} from '../../../server/lib/system-clock.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {openSqlite} from '../../../server/outbound/store/engines/sqlite.js';
import {type Store, StoreOpenError} from '../../../server/outbound/store/engines/store.js';
import {createManualClock} from '../../support/manual-clock.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {startHammer} from './hammering.js';

const deps = {clock: systemClock, logger: createRecordingLogger()};
let folder: string;
let file: string;
const opened: Store[] = [];
const open = async (): Promise<Store> => {
  const store = await openSqlite(file, deps);
  opened.push(store);
  return store;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sqlite-'));
  file = join(folder, 'store.db');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close().catch(() => undefined)));
  await rm(folder, {recursive: true});
});
const refusalOf = async (opening: Promise<unknown>): Promise<string> => {
  const error: unknown = await opening.catch((thrown: unknown) => thrown);
  if (!(error instanceof StoreOpenError)) throw new Error(`Expected a StoreOpenError, not ${String(error)}`);
  return error.message;
};

describe('the file of SQLite', () => {
  it('is for this account alone', async () => {
    await open();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is counted in by two processes without losing one', async () => {
    const hammers = [
      startHammer(`sqlite:${file}`, 'count', 150),
      startHammer(`sqlite:${file}`, 'count', 150),
    ];
    expect(await Promise.all(hammers.map(({gone}) => gone))).toEqual([0, 0]);
    expect(await (await open()).keyValue.get('count')).toBe('300');
    expect(new Set(hammers.flatMap(({told}) => told)).size).toBe(300);
  }, 60_000);

  it('holds everything that a process told before it was killed', async () => {
    const hammer = startHammer(`sqlite:${file}`, 'count', 1_000_000, () => {
      if (hammer.told.length > 100) hammer.child.kill('SIGKILL');
    });
    await hammer.gone;
    const stored = Number(await (await open()).keyValue.get('count'));
    expect(stored).toBeGreaterThanOrEqual(Number(hammer.told.at(-1)));
  }, 60_000);

  it('R-05 locked by another program: nothing else stops, writes fail after a while, and work again by themselves', async () => {
    const {keyValue} = await open();
    await keyValue.put('before', 'kept');
    const other = new Sqlite(file);
    other.exec('BEGIN EXCLUSIVE');
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 5);
    await expect(keyValue.put('key', 'value')).rejects.toMatchObject({code: 'store-unavailable'});
    clearInterval(turning);
    expect(turns).toBeGreaterThan(50);
    expect(await keyValue.get('before')).toBe('kept');
    other.exec('ROLLBACK');
    other.close();
    await keyValue.put('key', 'value');
    expect(await keyValue.get('key')).toBe('value');
  }, 30_000);

  it('R-05 full: nothing is half-written, reading goes on, and writing when there is room again', async () => {
    const store = await open();
    await store.keyValue.put('before', 'kept');
    // The pages of this connection may grow no more, as on a disk that is full.
    const database = new Sqlite(file);
    const pages = database.pragma('page_count', {simple: true}) as number;
    database.close();
    const small = await openSqlite(file, deps, async () => limitedTo(pages));
    opened.push(small);
    const writes = [small.keyValue.put('small', 'x'), small.keyValue.put('large', 'x'.repeat(1_000_000))];
    for (const write of writes) await expect(write).rejects.toMatchObject({code: 'store-unavailable'});
    expect([await small.keyValue.get('small'), await small.keyValue.get('before')]).toEqual([
      undefined,
      'kept',
    ]);
    await store.keyValue.put('large', 'x'.repeat(1_000_000));
    expect((await small.keyValue.get('large'))?.length).toBe(1_000_000);
  });

  it('is written once for everything that is asked for in one turn', async () => {
    const {keyValue} = await open();
    const watcher = new Sqlite(file);
    const version = (): number => watcher.pragma('data_version', {simple: true}) as number;
    const before = version();
    await Promise.all(Array.from({length: 100}, (_, index) => keyValue.put(`key${index}`, 'value')));
    expect(version() - before).toBe(1);
    watcher.close();
  });

  it('loses rows whose time is over', async () => {
    const clock = createManualClock();
    const store = await openSqlite(file, {...deps, clock});
    await store.keyValue.put('short', 'value', {ttlSeconds: 10});
    clock.advance(2 * 60 * 60_000);
    await store.keyValue.put('other', 'value');
    await store.close();
    const database = new Sqlite(file);
    expect(database.prepare('SELECT key FROM zoom_rows').pluck().all()).toEqual(['other']);
    database.close();
  });

  it('is written before it is closed', async () => {
    const store = await openSqlite(file, deps);
    const writing = store.keyValue.put('last', 'value');
    await store.close();
    await writing;
    expect(await (await open()).keyValue.get('last')).toBe('value');
  });
});

/** A connection that may have so many pages and no more. */
const limitedTo = (pages: number): typeof Sqlite =>
  function Limited(path: string, options: Sqlite.Options) {
    const database = new Sqlite(path, options);
    database.pragma(`max_page_count = ${pages}`);
    return database;
  } as unknown as typeof Sqlite;

describe('a file that cannot be opened', () => {
  it('for want of a compiled package is told as that, and what to do', async () => {
    const uncompiled = function Uncompiled() {
      throw new Error('Could not locate the bindings file. Tried: …');
    } as unknown as typeof Sqlite;
    expect(await refusalOf(openSqlite(file, deps, async () => uncompiled))).toMatch(
      /^SQLite is not available: .*use PostgreSQL/,
    );
  });

  it('of a newer version is refused and left as it is', async () => {
    await (await openSqlite(file, deps)).close();
    const database = new Sqlite(file);
    database.pragma('user_version = 99');
    database.close();
    const before = await readFile(file);
    expect(await refusalOf(open())).toContain('belongs to a newer version of the product');
    expect((await readFile(file)).equals(before)).toBe(true);
  });

  it('is named with what is wrong', async () => {
    await writeFile(file, 'no database at all, but long enough to be read as one'.repeat(20));
    expect(await refusalOf(open())).toBe(`The database ${file} cannot be opened: it is no SQLite database.`);
    expect(await refusalOf(openSqlite('/nowhere/store.db', deps))).toContain('its folder does not exist.');
    expect(await refusalOf(openSqlite(folder, deps))).toContain('cannot be opened');
    expect(await refusalOf(openStore('sqlite:', deps))).toContain('Store must be an address');
  });

  it('says what to install where the package is missing', async () => {
    const missing = () => Promise.reject(new Error('Cannot find package'));
    expect(await refusalOf(openSqlite(file, deps, missing))).toContain('or use PostgreSQL');
  });
});
