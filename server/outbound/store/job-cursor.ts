import {z} from 'zod';
import {bucketAt, type Buckets, type StoredJob} from './job-buckets.js';
import {jsonFormat} from './json-format.js';
import {createRow, type RowDeps} from './row.js';

/** Nodes' clocks differ, and a write may be on its way: a bucket is passed for good only this long after its time. */
const GRACE_MS = 2 * 60_000;
/** The stored cursor only saves time after a restart, so that it may lag. */
const STORED_EVERY = 20;
const READ_AT_ONCE = 16;

const format = jsonFormat<{bucket: number}>(z.object({bucket: z.number()}), {bucket: 0});

/** Walks over the buckets whose time has come, from the first that may hold something. */
export interface JobCursor {
  /** Resolves when nothing that is added from now on can be behind the cursor. */
  begun(): Promise<void>;
  filled(until: number): AsyncIterable<{bucket: number; jobs: readonly StoredJob[]}>;
}

export function createJobCursor(deps: RowDeps, buckets: Buckets): JobCursor {
  let from: number | undefined;
  let storedAt = 0;
  const stored = () => createRow(deps, 'jobs_cursor', format);

  const begin = async (): Promise<number> => {
    const now = bucketAt(deps.clock.now());
    const {bucket} = await stored().update(({bucket}) => (bucket === 0 ? {bucket: now} : undefined));
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
  const passTo = async (bucket: number): Promise<void> => {
    from = bucket;
    if (bucket - storedAt < STORED_EVERY) return;
    storedAt = bucket;
    await stored().update((known) => (known.bucket < bucket ? {bucket} : undefined));
  };

  return {
    begun: async () => void (await start()),
    async *filled(until) {
      const begun = await start();
      const passable = bucketAt(deps.clock.now() - GRACE_MS);
      let isFirst = true;
      for (let first = from ?? begun; first <= until; first += READ_AT_ONCE) {
        const range = Array.from({length: Math.min(READ_AT_ONCE, until + 1 - first)}, (_, i) => first + i);
        const read = await Promise.all(
          range.map(async (bucket) => ({bucket, jobs: await buckets.read(bucket)})),
        );
        for (const {bucket, jobs} of read) {
          if (jobs !== undefined && jobs.length > 0) {
            isFirst = false;
            yield {bucket, jobs};
          } else if (isFirst && bucket < passable) {
            if (jobs !== undefined) await buckets.remove(bucket);
            await passTo(bucket + 1);
          }
        }
      }
    },
  };
}
