import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS, type StoredCursor} from './rows.js';
import {hasCode} from '../../core/ports/port-error.js';

/** The row must stay small, and what is left behind expires within days. */
const MAX_LEFT = 1_000;

/** The cursor as all nodes share it. It only saves time: where it cannot be read, nothing is written. */
export interface CursorRow {
  /** Puts it at `now` where there is none. `undefined`: it cannot be read. */
  begin(now: number): Promise<StoredCursor | undefined>;
  /** Everything before `bucket` is done, except what could not be read in the buckets `left`. */
  pass(bucket: number, left: readonly number[]): Promise<void>;
  /** Nothing is left in these any more. */
  emptied(buckets: ReadonlySet<number>): Promise<void>;
}

export function createCursorRow(deps: RowDeps): CursorRow {
  const open = openRows(deps);
  const update = (change: (known: StoredCursor | undefined) => StoredCursor | undefined) =>
    open(ROWS.jobCursor, []).update(change).catch(undefinedWhereUnreadable);
  return {
    begin: (now) => update((known) => (known === undefined ? {bucket: now} : undefined)),
    async pass(bucket, left) {
      await update((known) => {
        if (known === undefined || (known.bucket >= bucket && left.length === 0)) return undefined;
        const passed = {...known, bucket: Math.max(known.bucket, bucket)};
        if (left.length === 0) return passed;
        return {...passed, left: [...new Set([...(known.left ?? []), ...left])].slice(-MAX_LEFT)};
      });
    },
    async emptied(buckets) {
      await update(
        (known) => known && {...known, left: known.left?.filter((bucket) => !buckets.has(bucket))},
      );
    },
  };
}

function undefinedWhereUnreadable(error: unknown): undefined {
  if (hasCode(error, 'record-unreadable')) return undefined;
  throw error;
}
