import {sql} from 'kysely';
import {connectPostgres, type Database, stored} from './postgres-database.js';
import {APPLICATION_NAME} from './postgres-pool.js';
import {assertOurs, isAlive, migrate, type PostgresTables} from './postgres-schema.js';
import {
  IN_USE,
  PAGE,
  type Pages,
  type Source,
  type StoreDeps,
  type StoredRow,
  StoreOpenError,
  type Target,
} from './store.js';

/**
 * The database of a store that is copied.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function postgresSource(address: string, deps: StoreDeps): Promise<Source> {
  const database = await connectPostgres(address, deps, assertOurs);
  return {rows: () => pagesOf(database, deps.clock), close: () => database.destroy()};
}

async function* pagesOf(database: Database, clock: {now(): number}): Pages {
  const moment = await stored(() =>
    database.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(),
  );
  try {
    const now = clock.now();
    for (let after = ''; ;) {
      const rows = moment.selectFrom('zoom_rows').selectAll().where('key', '>', after).where(isAlive(now));
      const page = await stored(() => rows.orderBy('key').limit(PAGE).execute());
      if (page.length > 0) yield page.map(toStoredRow);
      if (page.length < PAGE) return;
      after = page.at(-1)?.key ?? '';
    }
  } finally {
    // Nothing was changed, and a connection that was lost has nothing to end.
    await moment
      .rollback()
      .execute()
      .catch(() => undefined);
  }
}

const toStoredRow = ({key, value, expires_at}: PostgresTables['zoom_rows']): StoredRow => ({
  key,
  value: value.toString(),
  expiresAt: expires_at === null ? undefined : Number(expires_at),
});

/**
 * The database that a copy is made to.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function postgresTarget(address: string, deps: StoreDeps): Promise<Target> {
  const database = await connectPostgres(address, deps, async (connected) => {
    await assertUnused(connected);
    await migrate(connected);
  });
  return {
    count: () => stored(() => countOf(database)),
    replace: (pages, confirm) => replace(database, pages, confirm),
    close: () => database.destroy(),
  };
}

async function replace(database: Database, pages: Pages, confirm: (rows: number) => void): Promise<void> {
  const all = await stored(() => database.startTransaction().execute());
  try {
    await stored(() => all.deleteFrom('zoom_rows').execute());
    for await (const page of pages) {
      if (page.length === 0) continue;
      const values = page.map(({key, value, expiresAt}) => ({
        key,
        value: Buffer.from(value),
        expires_at: expiresAt ?? null,
      }));
      await stored(() => all.insertInto('zoom_rows').values(values).execute());
    }
    confirm(await stored(() => countOf(all)));
    await stored(() => all.commit().execute());
  } catch (error) {
    // What went wrong is what counts; a connection that was lost has ended the transaction itself.
    await all
      .rollback()
      .execute()
      .catch(() => undefined);
    throw error;
  }
}

async function countOf(database: Pick<Database, 'selectFrom'>): Promise<number> {
  const counting = database.selectFrom('zoom_rows').select(({fn}) => fn.countAll<string>().as('rows'));
  return Number((await counting.executeTakeFirstOrThrow()).rows);
}

const LOOKS = 5;

/**
 * A service keeps a connection, and would go on with what it remembers of the rows before. One that was closed just now
 * may still be counted, so a second look may find it gone.
 */
async function assertUnused(database: Database): Promise<void> {
  for (let look = 1; (await countOthers(database)) > 0; look++) {
    if (look === LOOKS) throw new StoreOpenError(`The target cannot be opened: ${IN_USE}`);
    await sql`SELECT pg_sleep(0.2)`.execute(database);
  }
}

async function countOthers(database: Database): Promise<number> {
  const {rows} = await sql<{others: string}>`
    SELECT count(*) AS others FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = ${APPLICATION_NAME}
  `.execute(database);
  return Number(rows[0]?.others);
}
