import type {StartOutcome} from '../core/usecases/start-meeting.js';

/** The starter is no longer in the channel, so what is said there alone would be read by nobody. */
export const isOutOfSight = (outcome: StartOutcome): boolean =>
  outcome.kind === 'not-posted' && outcome.why === 'forbidden';
