import type {Buckets} from './job-buckets.js';

/**
 * Jobs of a newer version stay in their bucket when an older one passes it. A process that starts may be the one to
 * know them: it puts them off until right now.
 *
 * @returns the buckets in which nothing is left
 */
export async function bringBackJobs(buckets: Buckets, left: readonly number[]): Promise<ReadonlySet<number>> {
  const emptied = new Set<number>();
  for (const bucket of left) {
    const {jobs, isThere, isUnreadable} = await buckets.read(bucket);
    // First there, then gone here: between the two they would be run twice, and never lost.
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
