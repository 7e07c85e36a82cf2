import type {Clock} from '../core/ports/clock.js';
import type {Logger} from '../core/ports/logger.js';
import type {TakeOver} from '../core/usecases/take-over.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';

/** Nobody waits for it, and a start has more urgent things to do. */
const FIRST_AFTER_MS = 60_000;
/** So that it is felt by nobody. */
const PAUSE_MS = 1_000;
/** The settings may be others by then, or what was in the way is gone. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** When something is taken over from the official plugin that nobody has needed yet. */
export interface TakeOverSchedule {
  /** `newest`: what is left to do by the newest settings. */
  begin: (newest: () => {takeOver: TakeOver}) => void;
  end: () => void;
}

interface TakeOverScheduleDeps {
  clock: Clock;
  logger: Logger;
  work: WorkInProgress;
}

export function createTakeOverSchedule({clock, logger, work}: TakeOverScheduleDeps): TakeOverSchedule {
  let cancel = (): void => undefined;
  let hasEnded = false;
  const step = async (takeOver: TakeOver): Promise<number> => {
    try {
      return (await takeOver()) === 'more' ? PAUSE_MS : LOOK_AGAIN_MS;
    } catch (error) {
      logger.warn('What the official plugin left was not looked through; it will be later', {
        error: String(error),
      });
      return LOOK_AGAIN_MS;
    }
  };
  const stepAfter = (ms: number, newest: () => {takeOver: TakeOver}): void => {
    if (hasEnded) return;
    cancel = clock.after(ms, () => {
      void work.add(step(newest().takeOver)).then((pause) => stepAfter(pause, newest));
    });
  };
  return {
    begin: (newest) => stepAfter(FIRST_AFTER_MS, newest),
    end() {
      hasEnded = true;
      cancel();
    },
  };
}
