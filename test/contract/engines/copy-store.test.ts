import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import {systemClock} from '../../../server/lib/system-clock.js';
import {copyStore} from '../../../server/outbound/store/engines/copy-store.js';
import {engineOf} from '../../../server/outbound/store/engines/engines.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {PAGE, type Store} from '../../../server/outbound/store/engines/store.js';
import {databasesOn, type PostgresDatabases} from '../../support/postgres.js';
import {openSource, readRows} from '../../support/read-rows.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';
import {startHammer} from './hammering.js';

const deps = {clock: systemClock, logger: createRecordingLogger()};
const HOUR_SECONDS = 3_600;
/** More than two pages. */
const ROWS = 2 * PAGE + 200;

let postgres: PostgresDatabases;
let folder: string;
let files: number;
const opened: Store[] = [];
beforeAll(async () => {
  postgres = databasesOn(await shared('postgres'));
}, 60_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'));
  files = 0;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(folder, {recursive: true});
});

/** The address of a store that nobody has opened yet; of PostgreSQL, the database is there. */
const newAddress = {
  SQLite: async () => `sqlite:${join(folder, `${(files += 1)}.db`)}`,
  PostgreSQL: async () => postgres.newDatabase(),
};
const ENGINES = ['SQLite', 'PostgreSQL'] as const;
const PAIRS = [
  ['SQLite', 'PostgreSQL'],
  ['PostgreSQL', 'SQLite'],
] as const;

/** A service is using it. */
const open = async (address: string): Promise<Store> => {
  const store = await openStore(address, deps);
  opened.push(store);
  return store;
};
/** A store with these rows, which nobody is using. */
const storeWith = async (engine: (typeof ENGINES)[number], rows: Record<string, string>): Promise<string> => {
  const address = await newAddress[engine]();
  const target = await engineOf(address).copying?.target(address, deps);
  const pages = async function* () {
    yield Object.entries(rows).map(([key, value]) => ({key, value, expiresAt: undefined}));
  };
  await target?.replace(pages(), () => undefined);
  await target?.close();
  return address;
};
const many = (): Record<string, string> =>
  Object.fromEntries(Array.from({length: ROWS}, (_, index) => [`key${index}`, `${index}`]));
const rowsOf = async (address: string): Promise<Record<string, string>> => {
  const source = await openSource(address);
  const rows = await readRows(source);
  await source.close();
  return Object.fromEntries(rows.map(({key, value}) => [key, value]));
};
const copy = (
  from: string,
  to: string,
  {replaces = false, progress = (_copied: number): void => undefined} = {},
) => copyStore({from, to, replaces}, deps, progress);
/** Statements of somebody else. */
const run = async (address: string, statements: string): Promise<void> => {
  if (address.startsWith('sqlite:')) {
    const database = new Sqlite(address.slice('sqlite:'.length));
    database.exec(statements);
    database.close();
    return;
  }
  const client = new pg.Client(address);
  await client.connect();
  await client.query(statements);
  await client.end();
};

describe.each(PAIRS)('a copy from %s to %s', (from, to) => {
  it('holds every row that lives, for as long as it would have lived, and tells how far it is', async () => {
    const source = await storeWith(from, many());
    const store = await open(source);
    await store.keyValue.put('short', 'lives', {ttlSeconds: HOUR_SECONDS});
    await store.keyValue.put('dead', 'over', {ttlSeconds: -1});
    const target = await newAddress[to]();
    const progress: number[] = [];
    expect(await copy(source, target, {progress: (copied) => progress.push(copied)})).toBe(ROWS + 1);
    expect(progress).toEqual([PAGE, 2 * PAGE, ROWS + 1]);
    expect(await rowsOf(target)).toEqual({...many(), short: 'lives'});
    const copied = await openSource(target);
    const short = (await readRows(copied)).find(({key}) => key === 'short');
    await copied.close();
    expect(short?.expiresAt).toBeGreaterThan(Date.now());
  });

  it('shows one moment, whatever a service writes meanwhile', async () => {
    const source = await storeWith(from, many());
    const service = await open(source);
    const target = await newAddress[to]();
    let moved: Promise<unknown> | undefined;
    const progress = (): void => {
      // From a page that is still to be read to one that was read.
      moved ??= Promise.all([service.keyValue.put('a', 'moved'), service.keyValue.delete('key999')]);
    };
    await copy(source, target, {progress});
    await moved;
    expect(await rowsOf(target)).toEqual(many());
  });

  it('to a store that holds something is refused, unless it is to be replaced', async () => {
    const source = await storeWith(from, {a: 'new', b: 'new'});
    const target = await storeWith(to, {a: 'old', c: 'old'});
    await expect(copy(source, target)).rejects.toThrow('The target holds 2 rows already');
    expect(await rowsOf(target)).toEqual({a: 'old', c: 'old'});
    expect(await copy(source, target, {replaces: true})).toBe(2);
    expect(await rowsOf(target)).toEqual({a: 'new', b: 'new'});
  });

  it('to a store that a service is using is refused in any case', async () => {
    const source = await storeWith(from, {a: 'new'});
    const target = await storeWith(to, {a: 'old'});
    const service = await open(target);
    await expect(copy(source, target, {replaces: true})).rejects.toThrow('a service is using it');
    expect(await service.keyValue.get('a')).toBe('old');
  });

  it('that is interrupted leaves the target as it was, and works when it is run again', async () => {
    const source = await storeWith(from, many());
    const target = await storeWith(to, {a: 'old'});
    const interrupted = copy(source, target, {
      replaces: true,
      progress() {
        throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await rowsOf(target)).toEqual({a: 'old'});
    expect(await copy(source, target, {replaces: true})).toBe(ROWS);
  });

  it('of which the target does not take every row fails, and leaves it as it was', async () => {
    const source = await storeWith(from, {a: 'new', b: 'new'});
    const target = await storeWith(to, {old: 'old'});
    await run(target, SWALLOW[to]);
    await expect(copy(source, target, {replaces: true})).rejects.toThrow(
      '2 rows were copied, but the target took 1.',
    );
    expect(await rowsOf(target)).toEqual({old: 'old'});
  });
});

/** From now on the row `b` is not taken, and nobody is told. */
const SWALLOW = {
  SQLite:
    "CREATE TRIGGER swallow BEFORE INSERT ON zoom_rows WHEN NEW.key = 'b' BEGIN SELECT RAISE(IGNORE); END",
  PostgreSQL: `
    CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER swallow BEFORE INSERT ON zoom_rows FOR EACH ROW WHEN (NEW.key = 'b') EXECUTE FUNCTION swallow()`,
};

describe.each(ENGINES)('a copy from %s that is no store', (engine) => {
  it('fails, changes nothing there, and makes no target', async () => {
    const source = await newAddress[engine]();
    await run(source, 'CREATE TABLE of_somebody_else (number INTEGER)');
    const before = await readdir(folder);
    const target = `sqlite:${join(folder, 'target.db')}`;
    await expect(copy(source, target)).rejects.toThrow('is no store of this product');
    expect(await readdir(folder)).toEqual(before);
    // Nothing of ours is there now either.
    await expect(rowsOf(source)).rejects.toThrow('is no store of this product');
  });

  it('of this version, but of a newer one, fails and says what to do', async () => {
    const source = await storeWith(engine, {a: 'kept'});
    await run(
      source,
      engine === 'SQLite'
        ? 'PRAGMA user_version = 99'
        : "INSERT INTO zoom_migrations (name, timestamp) VALUES ('9999-later', '2030-01-01')",
    );
    const target = `sqlite:${join(folder, 'target.db')}`;
    await expect(copy(source, target)).rejects.toThrow('belongs to a newer version of the product');
    expect(await readdir(folder)).not.toContain('target.db');
  });
});

describe('a copy', () => {
  it('from a file that does not exist fails, and makes neither file', async () => {
    const attempt = copy(`sqlite:${join(folder, 'nothere.db')}`, `sqlite:${join(folder, 'target.db')}`);
    await expect(attempt).rejects.toThrow('nothere.db cannot be opened: there is no such file.');
    expect(await readdir(folder)).toEqual([]);
  });

  it('from an empty file fails, and leaves it empty', async () => {
    await writeFile(join(folder, 'empty.db'), '');
    await expect(
      copy(`sqlite:${join(folder, 'empty.db')}`, 'postgres://nobody@127.0.0.1:1/x'),
    ).rejects.toThrow('is no store of this product');
    expect(await readdir(folder)).toEqual(['empty.db']);
  });

  it('of a store in memory is refused: it is gone with its process', async () => {
    await expect(copy('memory:', `sqlite:${join(folder, 'target.db')}`)).rejects.toThrow('A store in memory');
    await expect(copy(await storeWith('SQLite', {}), 'memory:')).rejects.toThrow('A store in memory');
  });

  it('of a file to itself under another name is refused', async () => {
    const source = await storeWith('SQLite', {a: 'kept'});
    const other = source.replace(folder, `${folder}/.`);
    await expect(copy(source, other, {replaces: true})).rejects.toThrow('or it is the store that is copied');
    expect(await rowsOf(source)).toEqual({a: 'kept'});
  });

  it('for a back-up, made while another process writes, holds everything that was told before, and is a store', async () => {
    let heard = (): void => undefined;
    const first = new Promise<void>((resolve) => (heard = resolve));
    const file = join(folder, 'store.db');
    const hammer = startHammer(`sqlite:${file}`, 'count', 1_000_000, () => {
      if (hammer.told.length > 50) heard();
    });
    await first;
    const before = Number(hammer.told.at(-1));
    const backup = `sqlite:${join(folder, 'backup.db')}`;
    await copy(`sqlite:${file}`, backup);
    hammer.child.kill('SIGKILL');
    await hammer.gone;
    const restored = await open(backup);
    expect(Number(await restored.keyValue.get('count'))).toBeGreaterThanOrEqual(before);
    await restored.keyValue.put('works', 'on');
  }, 60_000);
});
