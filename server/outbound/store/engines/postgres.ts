import type {KeyValue} from '../../../core/ports/key-value.js';
import {connectPostgres, type Database, stored} from './postgres-database.js';
import {isAlive, migrate} from './postgres-schema.js';
import {type Store, type StoreDeps, takeWrite} from './store.js';

const SWEEP_EVERY_MS = 60 * 60_000;

/**
 * A database for many nodes.
 * @throws StoreOpenError, `store-unavailable`
 */
export async function openPostgres(address: string, deps: StoreDeps): Promise<Store> {
  const {clock, logger} = deps;
  const database = await connectPostgres(address, deps, migrate);
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
  const keyValue = keyValueOf(database, clock);
  return {
    keyValue,
    ping: () => takeWrite(keyValue),
    async close() {
      cancelSweep();
      await database.destroy();
    },
  };
}

function keyValueOf(database: Database, clock: {now(): number}): KeyValue {
  const expiry = (ttlSeconds?: number): number | null =>
    ttlSeconds === undefined ? null : clock.now() + ttlSeconds * 1000;
  const insert = (key: string, value: Buffer, expires_at: number | null) =>
    database.insertInto('zoom_rows').values({key, value, expires_at});
  return {
    get: (key) =>
      stored(async () => {
        const rows = database.selectFrom('zoom_rows').select('value').where('key', '=', key);
        return (await rows.where(isAlive(clock.now())).executeTakeFirst())?.value.toString();
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
          .where(isAlive(now))
          .executeTakeFirst();
        return numUpdatedRows === 1n;
      }),
    delete: (key) =>
      stored(async () => void (await database.deleteFrom('zoom_rows').where('key', '=', key).execute())),
  };
}
