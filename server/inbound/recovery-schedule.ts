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
  let cancel = (): void => undefined;
  let hasEnded = false;

  const runIn = (ms: number): void => {
    cancel();
    if (!hasEnded) cancel = clock.after(ms, () => void work.add(run()));
  };
  const run = async (): Promise<void> => {
    const again = await deps
      .recoverIntents()()
      .catch((error: unknown) => {
        logger.error('Interrupted starts could not be looked for', {error: String(error)});
        return clock.now() + INTENT_WINDOW;
      });
    if (again !== undefined) runIn(Math.max(0, again - clock.now()));
  };
  return {
    begin: () => runIn(0),
    leftBehind: () => runIn(INTENT_WINDOW),
    end() {
      hasEnded = true;
      cancel();
    },
  };
}
