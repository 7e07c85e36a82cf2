import {type ExpressionBuilder, Kysely, PostgresDialect} from 'kysely';
import pg from 'pg';
import type {KeyValue} from '../../../core/ports/key-value.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import {migrate, type PostgresTables} from './postgres-schema.js';
import {EXPIRED, PAGE, type Store, type StoreDeps, type StoredRow, StoreOpenError} from './store.js';

type Database = Kysely<PostgresTables>;

const POOL = {
  max: 10,
  connectionTimeoutMillis: 3_000,
  query_timeout: 5_000,
  statement_timeout: 5_000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  application_name: 'zoom-for-mattermost',
} as const;

const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * A database for many nodes.
 * @throws StoreOpenError
 */
export async function openPostgres(address: string, {clock, logger}: StoreDeps): Promise<Store> {
  const pool = new pg.Pool({...POOL, connectionString: address});
  // An idle connection that is lost is replaced when one is needed.
  pool.on('error', (error) => logger.warn('A connection to PostgreSQL was lost', {error: error.message}));
  const database: Database = new Kysely({dialect: new PostgresDialect({pool})});
  try {
    await migrate(database);
  } catch (cause) {
    // Why it cannot be opened is what counts.
    await database.destroy().catch(() => undefined);
    throw cause instanceof StoreOpenError ? cause : new StoreOpenError(sentence(cause, address), {cause});
  }
  let cancelSweep = (): void => undefined;
  const sweepAgain = (): void => {
    database
      .deleteFrom('zoom_rows')
      .where('expires_at', '<=', clock.now())
      .execute()
      .catch((error: unknown) => logger.warn('Expired rows could not be removed', {error: String(error)}));
    cancelSweep = clock.after(SWEEP_EVERY_MS, sweepAgain);
  };
  sweepAgain();
  return {
    keyValue: keyValueOf(database, clock),
    ping: () => writeRows(database, [EXPIRED]),
    rows: () => pagesOf(database, clock),
    writeRows: (rows) => writeRows(database, rows),
    async close() {
      cancelSweep();
      await database.destroy();
    },
  };
}

const alive = (now: number) => (where: ExpressionBuilder<PostgresTables, 'zoom_rows'>) =>
  where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]);

function keyValueOf(database: Database, clock: {now(): number}): KeyValue {
  const expiry = (ttlSeconds?: number): number | null =>
    ttlSeconds === undefined ? null : clock.now() + ttlSeconds * 1000;
  const insert = (key: string, value: Buffer, expires_at: number | null) =>
    database.insertInto('zoom_rows').values({key, value, expires_at});
  return {
    get: (key) =>
      stored(async () => {
        const rows = database.selectFrom('zoom_rows').select('value').where('key', '=', key);
        return (await rows.where(alive(clock.now())).executeTakeFirst())?.value.toString();
      }),
    put: (key, text, {ttlSeconds} = {}) =>
      stored(async () => {
        const [value, expires_at] = [Buffer.from(text), expiry(ttlSeconds)];
        await insert(key, value, expires_at)
          .onConflict((conflict) => conflict.column('key').doUpdateSet({value, expires_at}))
          .execute();
      }),
    compareAndSet: (key, expected, next, {ttlSeconds} = {}) =>
      stored(async () => {
        const [value, expires_at, now] = [Buffer.from(next), expiry(ttlSeconds), clock.now()];
        if (expected === undefined) {
          const {numInsertedOrUpdatedRows} = await insert(key, value, expires_at)
            .onConflict((conflict) =>
              conflict
                .column('key')
                .doUpdateSet({value, expires_at})
                .where('zoom_rows.expires_at', '<=', now),
            )
            .executeTakeFirst();
          return numInsertedOrUpdatedRows === 1n;
        }
        const {numUpdatedRows} = await database
          .updateTable('zoom_rows')
          .set({value, expires_at})
          .where('key', '=', key)
          .where('value', '=', Buffer.from(expected))
          .where(alive(now))
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
    delete: (key) =>
      stored(async () => void (await database.deleteFrom('zoom_rows').where('key', '=', key).execute())),
  };
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw storeUnavailable('PostgreSQL did not read or write', {cause});
  }
}

async function* pagesOf(database: Database, clock: {now(): number}): AsyncIterable<readonly StoredRow[]> {
  for (let after = ''; ;) {
    const rows = database.selectFrom('zoom_rows').selectAll().where('key', '>', after);
    const page = await stored(() => rows.where(alive(clock.now())).orderBy('key').limit(PAGE).execute());
    if (page.length > 0) yield page.map(toStoredRow);
    if (page.length < PAGE) return;
    after = page.at(-1)?.key ?? '';
  }
}

const toStoredRow = ({key, value, expires_at}: PostgresTables['zoom_rows']): StoredRow => ({
  key,
  value: value.toString(),
  expiresAt: expires_at === null ? undefined : Number(expires_at),
});

async function writeRows(database: Database, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({key, value, expiresAt}) => ({
    key,
    value: Buffer.from(value),
    expires_at: expiresAt ?? null,
  }));
  await stored(async () => {
    await database
      .insertInto('zoom_rows')
      .values(values)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          expires_at: row.ref('excluded.expires_at'),
        })),
      )
      .execute();
  });
}

/** By PostgreSQL's and the system's codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there.',
  ENOTFOUND: 'there is no such host.',
  '28P01': 'it refused the user name or the password.',
  '28000': 'it does not let this user in.',
  '3D000': 'it has no such database; create it first.',
  '42501': 'the user may not create tables there.',
};

function sentence(error: unknown, address: string): string {
  const code = (error as {code?: string}).code ?? '';
  const place = URL.canParse(address) ? new URL(address).host : 'the given address';
  return `PostgreSQL at ${place} cannot be used: ${SENTENCES[code] ?? `it failed (${code || 'no answer in time'}).`}`;
}
