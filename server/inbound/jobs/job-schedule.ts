import type {WorkInProgress} from '../../lib/work-in-progress.js';
import type {JobKind} from './job-kind.js';
import {runJob, type RunJobDeps} from './run-job.js';

/** How late a job may be: a node looks for due ones this often. Measured in docs/adr/0008. */
const LOOK_EVERY_MS = 30_000;

/** Looks for due jobs and runs them, a few side by side, from `begin` to `end`. */
export interface JobSchedule {
  /** `newest`: what to do with each kind, by the newest settings. */
  begin: (newest: Newest) => void;
  end: () => void;
}

type Newest = () => {jobKinds: readonly JobKind[]};

interface JobScheduleDeps extends Omit<RunJobDeps, 'ending'> {
  work: WorkInProgress;
}

export function createJobSchedule(deps: JobScheduleDeps): JobSchedule {
  const {clock, jobs, logger, work} = deps;
  const ending = new AbortController();
  let cancel = (): void => undefined;

  const runDue = async (newest: Newest): Promise<void> => {
    for (
      let due = await jobs.takeDue();
      due.length > 0 && !ending.signal.aborted;
      due = await jobs.takeDue()
    ) {
      await Promise.all(due.map((job) => runJob({...deps, ending: ending.signal}, newest().jobKinds, job)));
    }
  };
  const look = (newest: Newest): void => {
    const looked = runDue(newest).catch((error: unknown) => {
      logger.warn('Due jobs could not be looked for; they stay', {error: String(error)});
    });
    void work.add(looked).then(() => {
      if (!ending.signal.aborted) cancel = clock.after(LOOK_EVERY_MS, () => look(newest));
    });
  };
  return {
    begin: look,
    end() {
      ending.abort();
      cancel();
    },
  };
}
