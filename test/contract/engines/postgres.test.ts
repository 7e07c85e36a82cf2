import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import pg from 'pg';
import {systemClock} from '../../../server/lib/system-clock.js';
import {copyStore} from '../../../server/outbound/store/engines/copy-store.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {type Store, StoreOpenError} from '../../../server/outbound/store/engines/store.js';
import {databasesOn, type PostgresDatabases} from '../../support/postgres.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';
import {startHammer} from './hammering.js';

const deps = {clock: systemClock, logger: createRecordingLogger()};
let postgres: PostgresDatabases;
let url: string;
const opened: Store[] = [];
beforeAll(async () => {
  postgres = databasesOn(await shared('postgres'));
}, 60_000);
beforeEach(async () => {
  url = await postgres.newDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close().catch(() => undefined)));
});
const open = async (address = url): Promise<Store> => {
  const store = await openStore(address, deps);
  opened.push(store);
  return store;
};
const refusalOf = async (address: string): Promise<string> => {
  const error: unknown = await open(address).catch((thrown: unknown) => thrown);
  if (!(error instanceof StoreOpenError)) throw new Error(`Expected a StoreOpenError, not ${String(error)}`);
  return error.message;
};
const changed = (change: (address: URL) => void): string => {
  const address = new URL(url);
  change(address);
  return address.href;
};

describe('a database of PostgreSQL', () => {
  it('is counted in by two processes without losing one', async () => {
    const hammers = [startHammer(url, 'count', 150), startHammer(url, 'count', 150)];
    expect(await Promise.all(hammers.map(({gone}) => gone))).toEqual([0, 0]);
    expect(await (await open()).keyValue.get('count')).toBe('300');
    expect(new Set(hammers.flatMap(({told}) => told)).size).toBe(300);
  }, 60_000);

  it('is made ready by several nodes at the same moment', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    await stores[0]?.keyValue.put('key', 'value');
    expect(await stores[2]?.keyValue.get('key')).toBe('value');
  });

  it('R-05 whose connections are lost works again by itself', async () => {
    const {keyValue} = await open();
    await keyValue.put('key', 'value');
    await postgres.cutConnections(url);
    const attempts = await Promise.allSettled([keyValue.get('key'), keyValue.put('other', 'value')]);
    for (const attempt of attempts) {
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject({code: 'store-unavailable'});
    }
    expect(await keyValue.get('key')).toBe('value');
    await keyValue.put('other', 'value');
  });

  it('of a newer version is refused and left as it is', async () => {
    await open();
    const client = new pg.Client(url);
    await client.connect();
    await client.query("INSERT INTO zoom_migrations (name, timestamp) VALUES ('9999-later', '2030-01-01')");
    expect(await refusalOf(url)).toContain('belongs to a newer version of the product');
    await client.end();
  });

  it('that cannot be used is named with what is wrong, and never with its password', async () => {
    const sentences = [
      await refusalOf(changed((address) => (address.pathname = '/nowhere'))),
      await refusalOf(changed((address) => (address.port = '1'))),
      await refusalOf(changed((address) => (address.username = 'nobody'))),
    ];
    expect(sentences[0]).toContain('it has no such database; create it first.');
    expect(sentences[1]).toContain('nothing answers there.');
    expect(sentences[2]).toContain('it refused the user name or the password.');
    expect(sentences.join()).not.toContain('made-up');
  });
});

describe('the move from SQLite to PostgreSQL', () => {
  it('copies every row that lives, tells how far it is, and may be repeated', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'move-'));
    const from = `sqlite:${join(folder, 'store.db')}`;
    const source = await openStore(from, deps);
    await source.writeRows([
      ...Array.from({length: 1_200}, (_, index) => ({
        key: `key${index}`,
        value: `${index}`,
        expiresAt: undefined,
      })),
      {key: 'short', value: 'lives', expiresAt: Date.now() + 3_600_000},
      {key: 'dead', value: 'over', expiresAt: Date.now() - 1},
    ]);
    await source.close();
    const progress: number[] = [];
    expect(await copyStore({from, to: url}, deps, (copied) => progress.push(copied))).toBe(1_201);
    expect(progress).toEqual([500, 1_000, 1_201]);
    const target = await open();
    await target.keyValue.put('key7', 'changed meanwhile');
    await copyStore({from, to: url}, deps, () => undefined);
    expect(await target.keyValue.get('key7')).toBe('7');
    expect([await target.keyValue.get('short'), await target.keyValue.get('dead')]).toEqual([
      'lives',
      undefined,
    ]);
    const rows = [];
    for await (const page of target.rows()) rows.push(...page);
    expect(rows.find(({key}) => key === 'short')?.expiresAt).toBeGreaterThan(Date.now());
    await rm(folder, {recursive: true});
  }, 30_000);
});
