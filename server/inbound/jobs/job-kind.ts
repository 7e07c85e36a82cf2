import type {Job, JobWish} from '../../core/ports/jobs.js';

/** What became of a run. `again`: it comes back in so many milliseconds. `failed`: it is given up. */
export type JobOutcome = 'done' | {again: number} | {failed: string};

/** One kind of work that can be put off. A run may be repeated at any time; it may reject, and is then tried again. */
export interface JobKind {
  name: JobWish['kind'];
  run(job: Pick<Job, 'about' | 'since' | 'tries' | 'dueAt'>, signal: AbortSignal): Promise<JobOutcome>;
}
