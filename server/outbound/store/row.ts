import type {Clock} from '../../core/ports/clock.js';
import {type KeyValue, StoreUnavailableError} from '../../core/ports/key-value.js';
import type {Random} from '../../core/ports/random.js';

/** How a row's value is written and read. `decode` is total: what it cannot read is an empty value. */
export interface RowFormat<T> {
  encode(value: T): string;
  decode(stored: string | undefined): T;
}

/** One row of the key-value store that several processes change: every change is a compare-and-set. */
export interface Row<T> {
  /** As last seen by this process; reads only when it has never been seen. */
  known(): Promise<T>;
  /**
   * Applies `change` to the newest value, as often as it takes. `undefined` from `change`: nothing is to be written.
   * @throws StoreUnavailableError when the store fails, or others keep winning.
   */
  update(change: (current: T) => T | undefined): Promise<T>;
}

export interface RowDeps {
  keyValue: KeyValue;
  clock: Clock;
  random: Random;
}

/** Two writers who always collide part after the second back-off; twelve tries only fail when something is broken. */
const MAX_TRIES = 12;
const FIRST_BACK_OFF_MS = 5;
const MAX_BACK_OFF_MS = 400;

/** `seen`: what is stored as far as the caller knows, which saves the first read. */
export function createRow<T>(
  deps: RowDeps,
  key: string,
  format: RowFormat<T>,
  options: {seen?: {stored: string | undefined}; ttlSeconds?: number} = {},
): Row<T> {
  let seen = options.seen;
  const ttl = options.ttlSeconds === undefined ? {} : {ttlSeconds: options.ttlSeconds};
  const look = async (): Promise<{stored: string | undefined}> => {
    if (seen !== undefined) return seen;
    const stored = await deps.keyValue.get(key);
    // A write that ended meanwhile knows better.
    return (seen ??= {stored});
  };

  const tryOnce = async (change: (current: T) => T | undefined): Promise<{value: T} | undefined> => {
    const {stored} = await look();
    const current = format.decode(stored);
    const next = change(current);
    if (next === undefined) return {value: current};
    const encoded = format.encode(next);
    // After a failure nobody knows what is stored, after a defeat it is something else: both read again.
    seen = undefined;
    if (!(await deps.keyValue.compareAndSet(key, stored, encoded, ttl))) return undefined;
    seen = {stored: encoded};
    return {value: next};
  };

  const update = async (change: (current: T) => T | undefined): Promise<T> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const done = await tryOnce(change);
      if (done !== undefined) return done.value;
      await backOff(deps, attempt);
    }
    throw new StoreUnavailableError(`The row ${key} is changed by others all the time`);
  };

  // Writers of this process queue up instead of defeating each other.
  let last: Promise<unknown> = Promise.resolve();
  return {
    known: async () => format.decode((await look()).stored),
    update(change) {
      const result = last.then(() => update(change));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

function backOff({clock, random}: RowDeps, attempt: number): Promise<void> {
  const limit = Math.min(MAX_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** attempt);
  const share = (random.bytes(1)[0] ?? 0) / 255;
  return new Promise((resolve) => {
    clock.after(Math.ceil(limit * share), resolve);
  });
}
