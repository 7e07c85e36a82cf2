import type {KeyValue} from '../../../core/ports/key-value.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';
import type {Store, StoredRow} from './store.js';

/** A map; gone with the process. */
export function openMemory(clock: {now(): number}): Store {
  const stored = new Map<string, StoredRow>();
  let isClosed = false;
  const open = (): void => {
    if (isClosed) throw storeUnavailable('The store is closed');
  };
  const isAlive = ({expiresAt}: StoredRow): boolean => expiresAt === undefined || expiresAt > clock.now();
  const read = (key: string): string | undefined => {
    open();
    const row = stored.get(key);
    return row !== undefined && isAlive(row) ? row.value : undefined;
  };
  const write = (key: string, value: string, ttlSeconds?: number): void => {
    open();
    const expiresAt = ttlSeconds === undefined ? undefined : clock.now() + ttlSeconds * 1000;
    stored.set(key, {key, value, expiresAt});
  };
  const keyValue: KeyValue = {
    get: async (key) => read(key),
    put: async (key, value, {ttlSeconds} = {}) => write(key, value, ttlSeconds),
    async compareAndSet(key, expected, next, {ttlSeconds} = {}) {
      if (read(key) !== expected) return false;
      write(key, next, ttlSeconds);
      return true;
    },
    async delete(key) {
      open();
      stored.delete(key);
    },
  };
  return {
    keyValue,
    ping: async () => open(),
    async close() {
      isClosed = true;
    },
  };
}
