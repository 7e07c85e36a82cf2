import type {Clock} from '../../core/ports/clock.js';
import type {Job, Jobs} from '../../core/ports/jobs.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Metrics} from '../../core/ports/metrics.js';
import {hasCode} from '../../core/ports/port-error.js';
import {withDeadline} from '../../lib/deadline.js';
import type {JobKind, JobOutcome} from './job-kind.js';

/** Well within the lease. */
const DEADLINE_MS = 45_000;
const MAX_FAILURES = 12;
const FIRST_BACK_OFF_MS = 30_000;
const LONGEST_BACK_OFF_MS = 60 * 60_000;

export interface RunJobDeps {
  jobs: Jobs;
  clock: Clock;
  logger: Logger;
  metrics: Pick<Metrics, 'jobsDone' | 'jobsGivenUp'>;
  /** Aborted when this process is about to end: what waits is left to others. */
  ending: AbortSignal;
}

/** Runs a job that was taken, and writes down what became of it. Rejects when the store fails: the lease ends then. */
export async function runJob(deps: RunJobDeps, kinds: readonly JobKind[], job: Job): Promise<void> {
  const outcome = await outcomeOf(deps, kinds, job);
  const {kind} = job;
  if (outcome === 'done') {
    await deps.jobs.finish(job);
    return deps.metrics.jobsDone.add({kind});
  }
  if ('again' in outcome) {
    const failures = 'failures' in outcome ? outcome.failures : undefined;
    return deps.jobs.putOff(job, deps.clock.now() + outcome.again, failures);
  }
  deps.logger.error('A job was given up', {kind, about: job.about, reason: outcome.failed});
  await deps.jobs.bury(job, outcome.failed);
  deps.metrics.jobsGivenUp.add({kind});
}

async function outcomeOf(
  {clock, logger, ending}: RunJobDeps,
  kinds: readonly JobKind[],
  job: Job,
): Promise<JobOutcome | Failed> {
  const kind = kinds.find(({name}) => name === job.kind);
  if (kind === undefined) return failure(job, `this version knows no job "${job.kind}"`);
  try {
    return await withDeadline(clock, DEADLINE_MS, ({signal}) => kind.run(job, signal), ending);
  } catch (error) {
    if (ending.aborted) return {again: 0};
    // Until a version runs that can read it.
    if (hasCode(error, 'record-unreadable')) return {again: LONGEST_BACK_OFF_MS};
    logger.warn('A job failed', {kind: job.kind, about: job.about, tries: job.tries, error: String(error)});
    return failure(job, String(error));
  }
}

/** It comes back, and remembers how often in a row it has failed. */
interface Failed {
  again: number;
  failures: number;
}

/** A job that goes well comes back as often as it likes: only what fails time after time is given up. */
function failure({failures = 0}: Job, reason: string): Failed | {failed: string} {
  if (failures >= MAX_FAILURES) return {failed: reason};
  const again = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** failures);
  return {again, failures: failures + 1};
}
