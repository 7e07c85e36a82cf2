import type {Clock} from '../../core/ports/clock.js';
import type {KeyValue} from '../../core/ports/key-value.js';
import type {Logger} from '../../core/ports/logger.js';
import {recordUnreadable, storeUnavailable, type PortError} from '../../core/ports/port-error.js';
import type {Random} from '../../core/ports/random.js';
import type {Reading} from './row-format.js';

/** A row as this process last saw it. */
export interface RowSeen<T> {
  value: T;
  isThere: boolean;
  /** Thrown by callers who miss something in `value`: a part of the row cannot be read. */
  unreadable: PortError<'record-unreadable'> | undefined;
}

/**
 * One row of the key-value store that several processes change: every change is a compare-and-set. Every method rejects
 * with `store-unavailable`, and with `record-unreadable` when the row as a whole cannot be read.
 */
export interface Row<T> {
  /** As last seen by this process; reads only when it has never been seen. */
  look(): Promise<RowSeen<T>>;
  /** As it is stored now, whatever this process has seen. */
  refresh(): Promise<RowSeen<T>>;
  /** The value alone. */
  known(): Promise<T>;
  /**
   * Applies `change` to the newest value, repeatedly if need be, and throws when others keep winning. `undefined` from
   * `change`: there is nothing to write.
   */
  update(change: (current: T) => NonNullable<T> | undefined): Promise<T>;
  /** Whatever is in it. */
  remove(): Promise<void>;
}

export interface RowDeps {
  keyValue: KeyValue;
  clock: Clock;
  random: Random;
  logger: Logger;
}

/** A row, and how its text is understood. */
export interface RowPlace<T> {
  key: string;
  /** What the row is called in errors and in the log. */
  name: string;
  /** @throws `record-unreadable` */
  read: (stored: string | undefined) => Reading<T>;
  ttlSeconds: number | undefined;
  /** What is stored, as far as the caller knows; this saves the first read. */
  seen: {stored: string | undefined} | undefined;
}

/**
 * Two writers that keep colliding are separated by the second back-off. Twelve tries fail only when something is
 * broken.
 */
const MAX_TRIES = 12;
const FIRST_BACK_OFF_MS = 5;
const MAX_BACK_OFF_MS = 400;

export function createRow<T>(deps: RowDeps, place: RowPlace<T>): Row<T> {
  const {key, name, ttlSeconds} = place;
  const sight = createSight(deps.keyValue, place);
  const ttl = ttlSeconds === undefined ? {} : {ttlSeconds};

  const tryOnce = async (change: Change<T>): Promise<{value: T} | undefined> => {
    const {stored, reading} = await sight.look();
    const next = change(reading.value);
    if (next === undefined) return reading;
    const text = reading.write(next);
    if (text === undefined) throw recordUnreadable(name);
    // After a failure nobody knows what is stored, and after a lost race it is something else. Both read again.
    sight.forget();
    if (!(await deps.keyValue.compareAndSet(key, stored, text, ttl))) return undefined;
    sight.note({stored: text});
    return {value: next};
  };
  const update = async (change: Change<T>): Promise<T> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      const done = await tryOnce(change);
      if (done !== undefined) return done.value;
      await backOff(deps, attempt);
    }
    throw storeUnavailable(`The row ${name} is changed by others all the time`);
  };

  // Writers in this process queue up instead of competing.
  let last: Promise<unknown> = Promise.resolve();
  const look = async (): Promise<RowSeen<T>> => {
    const {stored, reading} = await sight.look();
    const unreadable = reading.unreadable > 0 ? recordUnreadable(name) : undefined;
    return {value: reading.value, isThere: stored !== undefined, unreadable};
  };
  return {
    look,
    async refresh() {
      await sight.refresh();
      return look();
    },
    known: async () => (await sight.look()).reading.value,
    update(change) {
      const result = last.then(() => update(change));
      // The caller hears of a failure; the queue goes on.
      last = result.catch(() => undefined);
      return result;
    },
    async remove() {
      sight.forget();
      await deps.keyValue.delete(key);
    },
  };
}

type Change<T> = (current: T) => NonNullable<T> | undefined;
type Stored = {stored: string | undefined};

/** What this process knows of the row; each text is read once. */
function createSight<T>(keyValue: KeyValue, {key, read, ...place}: RowPlace<T>) {
  let {seen} = place;
  let last: (Stored & {reading: Reading<T>}) | undefined;
  const readOnce = (stored: string | undefined): Reading<T> => {
    try {
      return read(stored);
    } catch (error) {
      // Somebody else may repair it.
      seen = undefined;
      throw error;
    }
  };
  return {
    async look(): Promise<Stored & {reading: Reading<T>}> {
      if (seen === undefined) {
        const stored = await keyValue.get(key);
        // A write that has ended in the meantime knows better.
        seen ??= {stored};
      }
      const {stored} = seen;
      if (last === undefined || last.stored !== stored) last = {stored, reading: readOnce(stored)};
      return last;
    },
    async refresh(): Promise<void> {
      const before = seen;
      const stored = await keyValue.get(key);
      // A write that has ended in the meantime knows better.
      if (seen === before) seen = {stored};
    },
    note: (stored: Stored): void => void (seen = stored),
    forget: (): void => void (seen = undefined),
  };
}

function backOff({clock, random}: RowDeps, attempt: number): Promise<void> {
  const limit = Math.min(MAX_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** attempt);
  const share = (random.bytes(1)[0] ?? 0) / 255;
  return new Promise((resolve) => {
    clock.after(Math.ceil(limit * share), resolve);
  });
}
