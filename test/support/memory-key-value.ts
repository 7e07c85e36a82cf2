import {type KeyValue, StoreUnavailableError} from '../../server/core/ports/key-value.js';

export interface MemoryKeyValue extends KeyValue {
  /** What is stored now, by key. */
  rows(): Readonly<Record<string, string>>;
  /** What was asked of the engine so far: `get intents_0`. */
  readonly calls: readonly string[];
  /** From now on everything fails; `mend` ends that. */
  fail(): void;
  mend(): void;
}

interface StoredValue {
  value: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

/** The key-value contract over a map. Nothing is answered in the same turn, so that callers interleave. */
export function createMemoryKeyValue(clock: {now(): number}): MemoryKeyValue {
  const stored = new Map<string, StoredValue>();
  const calls: string[] = [];
  let isBroken = false;

  const begin = async (call: string): Promise<void> => {
    calls.push(call);
    await Promise.resolve();
    if (isBroken) throw new StoreUnavailableError('The store is out of order');
  };
  const read = (key: string): string | undefined => {
    const row = stored.get(key);
    return row === undefined || row.expiresAt <= clock.now() ? undefined : row.value;
  };
  const write = (key: string, value: string, ttlSeconds = Number.POSITIVE_INFINITY): void => {
    stored.set(key, {value, expiresAt: clock.now() + ttlSeconds * 1000});
  };

  return {
    calls,
    rows: () => Object.fromEntries([...stored].map(([key, {value}]) => [key, value])),
    fail: () => void (isBroken = true),
    mend: () => void (isBroken = false),
    async get(key) {
      await begin(`get ${key}`);
      return read(key);
    },
    async put(key, value, options) {
      await begin(`put ${key}`);
      write(key, value, options?.ttlSeconds);
    },
    async compareAndSet(key, expected, next, options) {
      await begin(`compareAndSet ${key}`);
      if (read(key) !== expected) return false;
      write(key, next, options?.ttlSeconds);
      return true;
    },
    async delete(key) {
      await begin(`delete ${key}`);
      stored.delete(key);
    },
  };
}
