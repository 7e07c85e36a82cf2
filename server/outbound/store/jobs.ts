import {JOB_KINDS, type JobKindName} from '../../core/domain/job-kinds.js';
import type {StoredJob} from '../../core/domain/job.js';
import {type Job, JOB_LEASE_MS, type Jobs} from '../../core/ports/jobs.js';
import {bucketAt, createBuckets, isSame} from './job-buckets.js';
import {createJobCursor} from './job-cursor.js';
import {openRows} from './open-rows.js';
import type {RowDeps} from './row.js';
import {ROWS} from './rows.js';

/** As many of one kind as run side by side. */
const TAKEN_AT_ONCE = 8;
const DEAD_KEPT = 20;

/**
 * Jobs in buckets of time, one row each: what is due is found without a scan. Taking, finishing and putting off are
 * compare-and-sets of such a row. `owner` tells the processes apart.
 */
export function createJobs(deps: RowDeps & {owner: string}): Jobs {
  const {clock, owner} = deps;
  const buckets = createBuckets(deps);
  const cursor = createJobCursor(deps, buckets);
  const open = openRows(deps);
  const dead = () => open(ROWS.deadJobs, []);

  const take = async (bucket: number, kinds: readonly JobKindName[]): Promise<readonly Job[]> => {
    const now = clock.now();
    let taken: readonly StoredJob[] = [];
    await buckets.update(bucket, (jobs) => {
      const free = jobs.filter((job) => isFree(job, now));
      taken = kinds.flatMap((kind) => free.filter((job) => job.kind === kind).slice(0, TAKEN_AT_ONCE));
      if (taken.length === 0) return undefined;
      const lease = {owner, until: now + JOB_LEASE_MS};
      return jobs.map((job) => (taken.includes(job) ? {...job, lease} : job));
    });
    return taken.map((job) => ({...job, bucket}));
  };
  const remove = (job: Job): Promise<unknown> =>
    buckets.update(job.bucket, (jobs) => {
      const left = jobs.filter((other) => !isSame(other, job));
      return left.length === jobs.length ? undefined : left;
    });

  return {
    async schedule({kind, about, dueAt}) {
      await cursor.begun();
      await buckets.add({kind, about, dueAt, since: clock.now(), tries: 0});
    },
    async takeDue(kinds = JOB_KINDS) {
      if (kinds.length === 0) return [];
      for await (const {bucket, jobs} of cursor.filled(bucketAt(clock.now()))) {
        if (!jobs.some((job) => kinds.includes(job.kind) && isFree(job, clock.now()))) continue;
        const taken = await take(bucket, kinds);
        if (taken.length > 0) return taken;
      }
      return [];
    },
    async due() {
      const now = clock.now();
      const times: number[] = [];
      for await (const {jobs} of cursor.filled(bucketAt(now))) {
        times.push(...jobs.map(({dueAt}) => dueAt).filter((dueAt) => dueAt <= now));
      }
      return {count: times.length, oldestAt: times.length === 0 ? undefined : Math.min(...times)};
    },
    finish: async (job) => void (await remove(job)),
    async putOff(job, until, failures) {
      const {bucket: _here, ...stored} = job;
      // Written there before it is removed here: an interruption in between may run it twice, but never loses it.
      await buckets.add({...stored, dueAt: until, tries: job.tries + 1, failures, lease: undefined});
      await remove(job);
    },
    async bury(job, reason) {
      const {bucket: _here, lease: _ours, ...stored} = job;
      const entry = {...stored, reason, at: clock.now()};
      await dead().update((known) => [entry, ...known].slice(0, DEAD_KEPT));
      await remove(job);
    },
    dead: () => dead().known(),
  };
}

const isFree = ({dueAt, lease}: StoredJob, now: number): boolean =>
  dueAt <= now && (lease === undefined || lease.until <= now);
