import type {Buckets} from './job-buckets.js';

/**
 * An older version leaves the jobs of a newer one in their bucket. A process that starts may be one that knows them, so
 * it makes them due now.
 *
 * @returns the buckets in which nothing is left
 */
export async function bringBackJobs(buckets: Buckets, left: readonly number[]): Promise<ReadonlySet<number>> {
  const emptied = new Set<number>();
  for (const bucket of left) {
    const {jobs, isThere, isUnreadable} = await buckets.read(bucket);
    // Written there before they are removed here: an interruption in between may run them twice, but never loses them.
    for (const job of jobs) await buckets.add({...job, lease: undefined});
    if (isUnreadable) {
      if (jobs.length > 0) await buckets.update(bucket, () => []);
      continue;
    }
    if (isThere) await buckets.remove(bucket);
    emptied.add(bucket);
  }
  return emptied;
}
