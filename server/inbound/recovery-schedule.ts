import type {Clock} from '../core/ports/clock.js';
import {INTENT_WINDOW} from '../core/ports/intents.js';
import type {Logger} from '../core/ports/logger.js';
import type {RecoverIntents} from '../core/usecases/recover-intents.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';

/** When interrupted starts are looked for: on activation, when one's owner has run out of time, when one was left. */
export interface RecoverySchedule {
  begin: () => void;
  /** A start of this process could not be finished; it will be after its time. */
  leftBehind: () => void;
  end: () => void;
}

export function createRecoverySchedule(deps: {
  clock: Clock;
  logger: Logger;
  work: WorkInProgress;
  recoverIntents: () => RecoverIntents;
}): RecoverySchedule {
  const {clock, logger, work} = deps;
  let next: {at: number; cancel: () => void} | undefined;
  let hasEnded = false;

  /** Never later than what is already due: starts that keep failing do not put off those before them. */
  const runAt = (at: number): void => {
    if (hasEnded || (next !== undefined && next.at <= at)) return;
    next?.cancel();
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      next = undefined;
      void work.add(run());
    });
    next = {at, cancel};
  };
  const run = async (): Promise<void> => {
    const again = await deps
      .recoverIntents()()
      .catch((error: unknown) => {
        logger.error('Interrupted starts could not be looked for', {error: String(error)});
        return clock.now() + INTENT_WINDOW;
      });
    if (again !== undefined) runAt(again);
  };
  return {
    begin: () => runAt(clock.now()),
    leftBehind: () => runAt(clock.now() + INTENT_WINDOW),
    end() {
      hasEnded = true;
      next?.cancel();
    },
  };
}
