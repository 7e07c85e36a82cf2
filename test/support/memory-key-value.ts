import {openMemory} from '../../server/outbound/store/engines/memory.js';
import type {KeyValue} from '../../server/core/ports/key-value.js';
import {storeUnavailable} from '../../server/core/ports/port-error.js';

export interface MemoryKeyValue extends KeyValue {
  /** What is stored now, by key. */
  rows(): Readonly<Record<string, string>>;
  /** What was asked of the engine so far: `get intents_0`. */
  readonly calls: readonly string[];
  /** From now on everything fails; `mend` ends that. */
  fail(): void;
  mend(): void;
}

/** The memory engine, which answers nothing in the same turn, so that callers interleave. */
export function createMemoryKeyValue(clock: {now(): number}): MemoryKeyValue {
  const {keyValue} = openMemory(clock);
  const stored = new Map<string, string>();
  const calls: string[] = [];
  let isBroken = false;

  const begin = async (call: string): Promise<void> => {
    calls.push(call);
    await Promise.resolve();
    if (isBroken) throw storeUnavailable('The store is out of order');
  };
  return {
    calls,
    rows: () => Object.fromEntries(stored),
    fail: () => void (isBroken = true),
    mend: () => void (isBroken = false),
    async get(key) {
      await begin(`get ${key}`);
      return keyValue.get(key);
    },
    async put(key, value, options) {
      await begin(`put ${key}`);
      stored.set(key, value);
      return keyValue.put(key, value, options);
    },
    async compareAndSet(key, expected, next, options) {
      await begin(`compareAndSet ${key}`);
      const isWritten = await keyValue.compareAndSet(key, expected, next, options);
      if (isWritten) stored.set(key, next);
      return isWritten;
    },
    async delete(key) {
      await begin(`delete ${key}`);
      stored.delete(key);
      return keyValue.delete(key);
    },
  };
}
