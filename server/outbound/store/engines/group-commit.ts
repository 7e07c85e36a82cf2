import type {Clock} from '../../../core/ports/clock.js';
import {storeUnavailable} from '../../../core/ports/port-error.js';

/** Another process is writing, and nothing here stops for it. */
const WAIT_FOR_LOCK_MS = 2_000;
const FIRST_BACK_OFF_MS = 2;
const MAX_BACK_OFF_MS = 50;

export interface Transactions {
  /** Runs all of it in one transaction, synced to the disk. If it throws, none of it has happened. */
  run: (writes: readonly (() => unknown)[]) => unknown[];
  /** Another process holds the lock: it may work in a moment. */
  isBusy: (error: unknown) => boolean;
}

/**
 * Writes that are asked for in the same turn of the event loop share one transaction, and so one sync of the disk. Each
 * is answered only when it is on the disk.
 */
export function createGroupCommit(clock: Clock, {run, isBusy}: Transactions) {
  interface Waiting {
    write: () => unknown;
    resolve: (result: never) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isRunning = false;

  const commit = (batch: readonly Waiting[], deadline: number, backOff: number): void => {
    let results: unknown[];
    try {
      results = run(batch.map(({write}) => write));
    } catch (cause) {
      if (isBusy(cause) && clock.now() + backOff < deadline) {
        clock.after(backOff, () => commit(batch, deadline, Math.min(MAX_BACK_OFF_MS, backOff * 2)));
        return;
      }
      for (const {reject} of batch) reject(storeUnavailable('The database did not write', {cause}));
      return next();
    }
    batch.forEach(({resolve}, index) => resolve(results[index] as never));
    next();
  };
  const next = (): void => {
    isRunning = waiting.length > 0;
    if (!isRunning) return;
    setImmediate(() => {
      const batch = waiting;
      waiting = [];
      commit(batch, clock.now() + WAIT_FOR_LOCK_MS, FIRST_BACK_OFF_MS);
    });
  };
  return <T>(write: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({write, resolve, reject});
      if (!isRunning) next();
    });
}
