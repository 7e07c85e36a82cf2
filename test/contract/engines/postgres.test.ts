import {afterEach, beforeAll, beforeEach, describe, expect, it} from '@jest/globals';
import pg from 'pg';
import {systemClock} from '../../../server/lib/system-clock.js';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import {type Store, StoreOpenError} from '../../../server/outbound/store/engines/store.js';
import {databasesOn, type PostgresDatabases} from '../../support/postgres.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';
import {createTcpGate} from '../../support/tcp-gate.js';
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

  it('R-05 all of whose connections are cut at work fails that work alone, and tells the log once', async () => {
    const {keyValue} = await open();
    const before = deps.logger.lines.length;
    const sleeping = Array.from({length: 8}, (_, index) =>
      keyValue.put(`key${index}`, 'value'.repeat(100_000)),
    );
    const cut = postgres.cutConnections(url);
    const [, ...outcomes] = await Promise.allSettled([cut, ...sleeping]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({code: 'store-unavailable'});
    }
    await keyValue.put('other', 'value');
    const told = deps.logger.lines.slice(before).map(({message}) => message);
    expect(told).toEqual(['Connections to PostgreSQL were lost']);
  });

  it('R-05 behind a network that swallows everything works again as soon as the network does', async () => {
    const gate = await createTcpGate(Number(new URL(url).port));
    await gate.open();
    const {keyValue} = await open(changed((address) => (address.port = String(gate.port))));
    await keyValue.put('key', 'value');
    gate.freeze();
    // More than there are connections, each of which is left unanswered.
    const swallowed = await Promise.allSettled(Array.from({length: 12}, () => keyValue.get('key')));
    expect(swallowed.map(({status}) => status)).toEqual(Array(12).fill('rejected'));
    gate.thaw();
    expect(await keyValue.get('key')).toBe('value');
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await gate.shut();
  }, 30_000);

  it('of a newer version is refused and left as it is', async () => {
    await open();
    const client = new pg.Client(url);
    await client.connect();
    await client.query("INSERT INTO zoom_migrations (name, timestamp) VALUES ('9999-later', '2030-01-01')");
    expect(await refusalOf(url)).toContain('belongs to a newer version of the product');
    await client.end();
  });

  it('that cannot be used until somebody changes something is named with what is wrong, never with its password', async () => {
    const sentences = [
      await refusalOf(changed((address) => (address.pathname = '/nowhere'))),
      await refusalOf(changed((address) => (address.username = 'nobody'))),
      await refusalOf('postgres://zoom:made-up@127.0.0.1:port/database'),
    ];
    expect(sentences[0]).toContain('it has no such database; create it first.');
    expect(sentences[1]).toContain('it refused the user name or the password.');
    expect(sentences[2]).toContain('the address is no web address.');
    expect(sentences.join()).not.toContain('made-up');
  });

  it('that is not up yet is not refused: it may work later', async () => {
    const attempt = open(changed((address) => (address.port = '1')));
    await expect(attempt).rejects.toMatchObject({
      code: 'store-unavailable',
      message: 'PostgreSQL at 127.0.0.1:1 cannot be used: nothing answers there.',
    });
    const nameless = open(changed((address) => (address.hostname = 'db.invalid')));
    await expect(nameless).rejects.toMatchObject({code: 'store-unavailable'});
  });
});
