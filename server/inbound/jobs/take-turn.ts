import type {Clock} from '../../core/ports/clock.js';
import type {Turns} from '../../core/ports/turns.js';
import type {MayAsk} from '../../core/usecases/may-ask.js';
import {withDeadline} from '../../lib/deadline.js';

/**
 * As many wait on three nodes, a second for each. Together with the call and its repetition it is less than a job may
 * take.
 */
const PATIENCE_MS = {
  patient: 25_000,
  /** The turn behind the one before, where nobody else has taken it. */
  'if-free': 1_500,
} as const satisfies Record<Parameters<MayAsk>[0], number>;

/** One call of Zoom's API a second, all nodes together: resolves when the turn has come. False: not soon enough. */
export const createTakeTurn =
  ({turns, clock}: {turns: Turns; clock: Clock}) =>
  (signal: AbortSignal): MayAsk =>
  async (patience) => {
    const ms = PATIENCE_MS[patience];
    const turn = await turns.take(ms);
    if (turn === undefined) return false;
    const wait = turn - clock.now();
    if (wait > 0) await withDeadline(clock, ms, ({pause}) => pause(wait), signal);
    return !signal.aborted;
  };
