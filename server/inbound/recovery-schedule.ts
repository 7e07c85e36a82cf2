import type {Clock} from '../core/ports/clock.js';
import {INTENT_WINDOW} from '../core/ports/intents.js';
import type {Logger} from '../core/ports/logger.js';
import type {RecoverIntents} from '../core/usecases/recover-intents.js';
import {createSharedLook} from '../lib/create-shared-look.js';
import type {WorkInProgress} from '../lib/work-in-progress.js';

/** When interrupted starts are looked for: on activation, when one's owner has run out of time, when one was left. */
export interface RecoverySchedule {
  /** `newest`: how an interrupted start is finished by the newest settings. */
  begin: (newest: () => {recoverIntents: RecoverIntents}) => void;
  /** Resolves when they were looked for, after the begin, and finished as far as that is possible. */
  now: () => Promise<void>;
  /** A start of this process could not be finished; it will be after its time. */
  leftBehind: () => void;
  end: () => void;
}

interface RecoveryScheduleDeps {
  clock: Clock;
  logger: Logger;
  work: WorkInProgress;
}

export function createRecoverySchedule({clock, logger, work}: RecoveryScheduleDeps): RecoverySchedule {
  let next: {at: number; cancel: () => void} | undefined;
  /** Until the begin nothing is looked for, and the begin looks for everything. */
  let recover: RecoverIntents = async () => undefined;
  let hasEnded = false;

  /** Never later than what is already due: starts that keep failing do not put off those before them. */
  const runAt = (at: number): void => {
    if (hasEnded || (next !== undefined && next.at <= at)) return;
    next?.cancel();
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      next = undefined;
      void now();
    });
    next = {at, cancel};
  };
  const run = async (): Promise<void> => {
    const again = await recover().catch((error: unknown) => {
      logger.error('Interrupted starts could not be looked for', {error: String(error)});
      return clock.now() + INTENT_WINDOW;
    });
    if (again !== undefined) runAt(again);
  };
  // Never two at a time.
  const shared = createSharedLook(run);
  let hasBegun = (): void => undefined;
  const begun = new Promise<void>((resolve) => (hasBegun = resolve));
  const now = (): Promise<void> => work.add(begun.then(() => (hasEnded ? undefined : shared())));
  return {
    begin(newest) {
      recover = () => newest().recoverIntents();
      hasBegun();
      runAt(clock.now());
    },
    now,
    leftBehind: () => runAt(clock.now() + INTENT_WINDOW),
    end() {
      hasEnded = true;
      hasBegun();
      next?.cancel();
    },
  };
}
