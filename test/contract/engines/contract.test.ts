import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, it} from '@jest/globals';
import {openStore} from '../../../server/outbound/store/engines/open-store.js';
import type {Store} from '../../../server/outbound/store/engines/store.js';
import {breakStore} from '../../support/break-store.js';
import {createManualClock} from '../../support/manual-clock.js';
import {databasesOn, type PostgresDatabases} from '../../support/postgres.js';
import {createRecordingLogger} from '../../support/recording-logger.js';
import {shared} from '../../support/shared/shared.js';
import {describeGrants} from '../grants-contract.js';
import {describeKeyValue} from '../key-value-contract.js';
import {describeStreamPasses} from '../stream-passes-contract.js';

let folder: string;
let postgres: PostgresDatabases;
let opened: Store[] = [];
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engines-'));
  postgres = databasesOn(await shared('postgres'));
}, 60_000);
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close().catch(() => undefined)));
  opened = [];
});
afterAll(async () => {
  await rm(folder, {recursive: true});
});

const open = async (address: string) => {
  const clock = createManualClock();
  const store = await openStore(address, {clock, logger: createRecordingLogger()});
  opened.push(store);
  const fail = async (): Promise<void> => store.close();
  return {store, keyValue: store.keyValue, advance: (ms: number) => clock.advance(ms), fail};
};

const openSqlite = () => open(`sqlite:${join(folder, `${(files += 1)}.db`)}`);
const openPostgres = async () => open(await postgres.newDatabase());
describeKeyValue('SQLite', openSqlite);
describeKeyValue('PostgreSQL', openPostgres);
describeGrants('SQLite', openSqlite);
describeGrants('PostgreSQL', openPostgres);
describeStreamPasses('SQLite', openSqlite);
describeStreamPasses('PostgreSQL', openPostgres);

it.each([
  ['SQLite', async () => `sqlite:${join(folder, 'full.db')}`],
  ['PostgreSQL', async () => postgres.newDatabase()],
])('%s is known to take no write while its disk is full, though it can be read', async (_engine, where) => {
  const address = await where();
  const {store} = await open(address);
  await store.ping();
  await store.keyValue.put('key', 'value');
  const mend = await breakStore(address, 'writes');
  await expect(store.ping()).rejects.toMatchObject({code: 'store-unavailable'});
  expect(await store.keyValue.get('key')).toBe('value');
  await mend();
  await store.ping();
  expect(await store.keyValue.get('ping')).toBeUndefined();
});
