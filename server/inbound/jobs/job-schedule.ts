import {JOB_KINDS, type JobKindName} from '../../core/domain/job-kinds.js';
import type {Job} from '../../core/ports/jobs.js';
import type {WorkInProgress} from '../../lib/work-in-progress.js';
import type {JobKind} from './job-kind.js';
import {runJob, type RunJobDeps} from './run-job.js';

/** How late a job may be: a node looks for due ones this often. Measured in docs/adr/0008. */
const LOOK_EVERY_MS = 30_000;

/** Looks for due jobs and runs them, a few of each kind side by side, from `begin` to `end`. */
export interface JobSchedule {
  /** `newest`: what to do with each kind, by the newest settings. */
  begin: (newest: Newest) => void;
  end: () => void;
}

type Newest = () => {jobKinds: readonly JobKind[]};

interface JobScheduleDeps extends Omit<RunJobDeps, 'ending'> {
  work: WorkInProgress;
}

/** Each kind has a lane of its own, so that a queue for Zoom holds up nothing but itself. */
export function createJobSchedule(deps: JobScheduleDeps): JobSchedule {
  const {clock, jobs, logger, work} = deps;
  const ending = new AbortController();
  const busy = new Set<JobKindName>();
  let cancel = (): void => undefined;

  const idle = (): JobKindName[] => JOB_KINDS.filter((kind) => !busy.has(kind));
  const untilStoreFails = (task: Promise<void>): Promise<void> =>
    task.catch((error: unknown) => {
      logger.warn('Due jobs could not be looked for; they stay', {error: String(error)});
    });
  const drain = async (newest: Newest, kind: JobKindName, first: readonly Job[]): Promise<void> => {
    busy.add(kind);
    try {
      for (let due = first; due.length > 0 && !ending.signal.aborted; due = await jobs.takeDue([kind])) {
        await Promise.all(due.map((job) => runJob({...deps, ending: ending.signal}, newest().jobKinds, job)));
      }
    } finally {
      busy.delete(kind);
    }
  };
  const beginDue = async (newest: Newest): Promise<void> => {
    // What one row holds of a kind begins that kind's lane; the others may have theirs in later rows.
    for (let due = await jobs.takeDue(idle()); due.length > 0; due = await jobs.takeDue(idle())) {
      for (const kind of idle()) {
        const own = due.filter((job) => job.kind === kind);
        if (own.length > 0) void work.add(untilStoreFails(drain(newest, kind, own)));
      }
    }
  };
  const look = (newest: Newest): void => {
    void work.add(untilStoreFails(beginDue(newest))).then(() => {
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
