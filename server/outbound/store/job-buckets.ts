import type {StoredJob} from '../../core/domain/job.js';
import {openRows} from './open-rows.js';
import type {Row, RowDeps} from './row.js';
import {ROWS} from './rows.js';
import {hasCode} from '../../core/ports/port-error.js';

const BUCKET_MS = 30_000;

/** A row must stay small. What does not fit becomes due a little later. */
const MAX_JOBS = 400;

/** As it is stored now. */
export interface Bucket {
  isThere: boolean;
  jobs: readonly StoredJob[];
  /** Some or all of it cannot be read. */
  isUnreadable: boolean;
}

/** The rows of jobs, by the time at which they are due. */
export interface Buckets {
  /**
   * The job is stored when this resolves. It never goes into a bucket whose time has come, since those are being
   * emptied.
   */
  add(job: StoredJob): Promise<void>;
  read(bucket: number): Promise<Bucket>;
  update(
    bucket: number,
    change: (jobs: readonly StoredJob[]) => readonly StoredJob[] | undefined,
  ): Promise<unknown>;
  remove(bucket: number): Promise<void>;
}

export const bucketAt = (at: number): number => Math.floor(at / BUCKET_MS);
export const isSame = (a: {kind: string; about: string}, b: {kind: string; about: string}): boolean =>
  a.kind === b.kind && a.about === b.about;

export function createBuckets(deps: RowDeps): Buckets {
  const openRow = openRows(deps);
  const open = (bucket: number): Row<readonly StoredJob[]> => openRow(ROWS.jobs, [String(bucket)]);
  /** The rows that this process adds to. Most are new, so the first read is saved. */
  const filling = new Map<number, AddToBucket>();

  const adderOf = (bucket: number): AddToBucket => {
    const known = filling.get(bucket);
    if (known !== undefined) return known;
    const current = bucketAt(deps.clock.now());
    for (const old of filling.keys()) if (old <= current) filling.delete(old);
    const added = createAdder(openRow(ROWS.jobs, [String(bucket)], {seen: {stored: undefined}}));
    filling.set(bucket, added);
    return added;
  };

  return {
    async add(job) {
      let bucket = Math.max(bucketAt(job.dueAt), bucketAt(deps.clock.now()) + 1);
      while (!(await adderOf(bucket)(job))) bucket += 1;
    },
    async read(bucket) {
      try {
        const {isThere, value, unreadable} = await open(bucket).look();
        return {isThere, jobs: value, isUnreadable: unreadable !== undefined};
      } catch (error) {
        if (!hasCode(error, 'record-unreadable')) throw error;
        return {isThere: true, jobs: [], isUnreadable: true};
      }
    },
    update: (bucket, change) => open(bucket).update(change),
    remove: (bucket) => open(bucket).remove(),
  };
}

/** False: the bucket is full, or cannot be read. */
type AddToBucket = (job: StoredJob) => Promise<boolean>;

/** While one write is on its way, further jobs are gathered for the next one, so that a burst costs few writes. */
function createAdder(row: Row<readonly StoredJob[]>): AddToBucket {
  let gathering: {jobs: StoredJob[]; written: Promise<boolean>} | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const write = async (jobs: readonly StoredJob[]): Promise<boolean> => {
    let fits = true;
    await row.update((stored) => {
      const added = jobs.filter(
        (job, at) => ![...stored, ...jobs.slice(0, at)].some((other) => isSame(other, job)),
      );
      fits = stored.length === 0 || stored.length + added.length <= MAX_JOBS;
      return fits && added.length > 0 ? [...stored, ...added] : undefined;
    });
    return fits;
  };
  return (job) => {
    if (gathering === undefined) {
      const jobs: StoredJob[] = [];
      const written = last.then(() => {
        gathering = undefined;
        return write(jobs).catch(falseWhereUnreadable);
      });
      // Who put a job off hears of a failure; the queue goes on.
      last = written.catch(() => undefined);
      gathering = {jobs, written};
    }
    gathering.jobs.push(job);
    return gathering.written;
  };
}

function falseWhereUnreadable(error: unknown): false {
  if (hasCode(error, 'record-unreadable')) return false;
  throw error;
}
