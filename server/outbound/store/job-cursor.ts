import type {StoredJob} from '../../core/domain/job.js';
import {bringBackJobs} from './bring-back-jobs.js';
import {createCursorRow} from './cursor-row.js';
import {bucketAt, type Buckets} from './job-buckets.js';
import type {RowDeps} from './row.js';

/** Nodes' clocks differ, and a write may be on its way: a bucket is passed for good only this long after its time. */
const GRACE_MS = 2 * 60_000;
/** The stored cursor only saves time after a restart, so it may lag behind. */
const STORED_EVERY = 20;
const READ_AT_ONCE = 16;
/** Where the stored cursor cannot be read. */
const LOOK_BACK_MS = 24 * 60 * 60_000;

/** Walks over the buckets whose time has come, from the first that may hold something. */
export interface JobCursor {
  /** Resolves when nothing that is added from now on can be behind the cursor. */
  begun(): Promise<void>;
  filled(until: number): AsyncIterable<{bucket: number; jobs: readonly StoredJob[]}>;
}

export function createJobCursor(deps: RowDeps, buckets: Buckets): JobCursor {
  let from: number | undefined;
  let storedAt = 0;
  const stored = createCursorRow(deps);

  const begin = async (): Promise<number> => {
    const now = deps.clock.now();
    const {bucket = bucketAt(now - LOOK_BACK_MS), left = []} = (await stored.begin(bucketAt(now))) ?? {};
    if (left.length > 0) await stored.emptied(await bringBackJobs(buckets, left));
    from = bucket;
    storedAt = bucket;
    return bucket;
  };
  let beginning: Promise<number> | undefined;
  const start = (): Promise<number> => {
    beginning ??= begin().catch((error: unknown) => {
      beginning = undefined;
      throw error;
    });
    return beginning;
  };
  const passTo = async (bucket: number, left: readonly number[]): Promise<void> => {
    from = bucket;
    if (bucket - storedAt < STORED_EVERY && left.length === 0) return;
    storedAt = bucket;
    await stored.pass(bucket, left);
  };

  return {
    begun: async () => void (await start()),
    async *filled(until) {
      const begun = await start();
      const passable = bucketAt(deps.clock.now() - GRACE_MS);
      let isFirst = true;
      for (let first = from ?? begun; first <= until; first += READ_AT_ONCE) {
        const range = Array.from({length: Math.min(READ_AT_ONCE, until + 1 - first)}, (_, i) => first + i);
        const read = await Promise.all(range.map(async (at) => ({at, ...(await buckets.read(at))})));
        for (const {at, jobs, isThere, isUnreadable} of read) {
          if (jobs.length > 0) {
            isFirst = false;
            yield {bucket: at, jobs};
          } else if (isFirst && at < passable) {
            if (isThere && !isUnreadable) await buckets.remove(at);
            await passTo(at + 1, isUnreadable ? [at] : []);
          }
        }
      }
    },
  };
}
