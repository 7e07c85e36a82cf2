import type {Clock} from '../../core/ports/clock.js';
import type {Jobs, JobWish} from '../../core/ports/jobs.js';
import type {Logger} from '../../core/ports/logger.js';
import type {WorkInProgress} from '../../lib/work-in-progress.js';

/** Puts work off by so many milliseconds, beside the caller, who has somebody waiting. */
export type PutOff = (kind: JobWish['kind'], about: string, ms: number) => void;

interface PutOffDeps {
  jobs: Pick<Jobs, 'schedule'>;
  work: Pick<WorkInProgress, 'add'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
}

export const createPutOff =
  ({jobs, work, clock, logger}: PutOffDeps): PutOff =>
  (kind, about, ms) => {
    const scheduled = jobs.schedule({kind, about, dueAt: clock.now() + ms}).catch((error: unknown) => {
      logger.error('Work could not be put off', {kind, about, error: String(error)});
    });
    void work.add(scheduled);
  };
