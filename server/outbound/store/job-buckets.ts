import {z} from 'zod';
import {jsonFormat} from './json-format.js';
import {createRow, type Row, type RowDeps} from './row.js';

/** A job as it is stored. Times: ms since the epoch. */
export interface StoredJob {
  kind: string;
  about: string;
  dueAt: number;
  since: number;
  tries: number;
  /** Whose it is, and until when. */
  lease?: {owner: string; until: number} | undefined;
}

const BUCKET_MS = 30_000;

/** A row must stay small; what does not fit is due a little later. */
const MAX_JOBS = 400;

/** Nothing is put off for longer than hours; a store that rests for a week has no use for them any more. */
const KEPT_SECONDS = 8 * 24 * 60 * 60;

const format = jsonFormat<readonly StoredJob[]>(
  z.array(
    z.object({
      kind: z.string(),
      about: z.string(),
      dueAt: z.number(),
      since: z.number(),
      tries: z.number(),
      lease: z.object({owner: z.string(), until: z.number()}).optional(),
    }),
  ),
  [],
);

/** The rows of jobs, by the time at which they are due. */
export interface Buckets {
  /** Stored when it resolves. A job is never put into a bucket whose time has come: those are being emptied. */
  add(job: StoredJob): Promise<void>;
  /** As it is stored now; `undefined`: there is no such row. */
  read(bucket: number): Promise<readonly StoredJob[] | undefined>;
  update(
    bucket: number,
    change: (jobs: readonly StoredJob[]) => readonly StoredJob[] | undefined,
  ): Promise<unknown>;
  remove(bucket: number): Promise<void>;
}

export const bucketAt = (at: number): number => Math.floor(at / BUCKET_MS);
export const isSame = (a: {kind: string; about: string}, b: {kind: string; about: string}): boolean =>
  a.kind === b.kind && a.about === b.about;

const keyOf = (bucket: number): string => `jobs_${bucket}`;

export function createBuckets(deps: RowDeps): Buckets {
  const open = (bucket: number, seen?: {stored: string | undefined}): Row<readonly StoredJob[]> =>
    createRow(deps, keyOf(bucket), format, {ttlSeconds: KEPT_SECONDS, ...(seen && {seen})});
  /** Those that this process adds to; most are new, which saves the first read. */
  const filling = new Map<number, AddToBucket>();

  const adderOf = (bucket: number): AddToBucket => {
    const known = filling.get(bucket);
    if (known !== undefined) return known;
    const current = bucketAt(deps.clock.now());
    for (const old of filling.keys()) if (old <= current) filling.delete(old);
    const added = createAdder(open(bucket, {stored: undefined}));
    filling.set(bucket, added);
    return added;
  };

  return {
    async add(job) {
      let bucket = Math.max(bucketAt(job.dueAt), bucketAt(deps.clock.now()) + 1);
      while (!(await adderOf(bucket)(job))) bucket += 1;
    },
    async read(bucket) {
      const stored = await deps.keyValue.get(keyOf(bucket));
      return stored === undefined ? undefined : format.decode(stored);
    },
    update: (bucket, change) => open(bucket).update(change),
    remove: (bucket) => deps.keyValue.delete(keyOf(bucket)),
  };
}

/** False: the bucket is full. */
type AddToBucket = (job: StoredJob) => Promise<boolean>;

/** While one write is on its way, what comes meanwhile gathers for the next: a burst costs few writes. */
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
        return write(jobs);
      });
      last = written.catch(() => undefined);
      gathering = {jobs, written};
    }
    gathering.jobs.push(job);
    return gathering.written;
  };
}
