import type {Clock} from '../ports/clock.js';
import type {Logger} from '../ports/logger.js';
import {isStoreError} from '../ports/port-error.js';
import type {ShowLagging} from './show-lagging.js';

/**
 * Shows what is on record of a number, beside whoever recorded it. 'after-a-while': somebody went, who may be back at
 * once: that would only flicker.
 */
export type ShowSoon = (number: string, when: 'now' | 'after-a-while') => void;

/** Who goes to a breakout room, or comes in by another device, is back within this time. */
const A_WHILE_MS = 2_000;

interface ShowSoonDeps {
  showLagging: ShowLagging;
  clock: Pick<Clock, 'after'>;
  logger: Logger;
  /** Runs on after the answer. A stop of the plugin waits for it, but not for what is due after a while. */
  inBackground: (work: Promise<void>) => void;
  /** Called when a post lags behind its card. */
  leftUnshown: (number: string) => void;
}

/** However many ask, one at a time of each number is at work, and one more comes behind it. */
export function createShowSoon({
  showLagging,
  clock,
  logger,
  inBackground,
  leftUnshown,
}: ShowSoonDeps): ShowSoon {
  const due = new Set<string>();
  const atWork = new Map<string, {again: boolean}>();

  const show = async (number: string): Promise<void> => {
    try {
      if ((await showLagging(number)) !== 'shown') leftUnshown(number);
    } catch (error) {
      if (!isStoreError(error)) throw error;
      logger.warn('What people do in a meeting could not be shown on its card', {error: error.message});
      leftUnshown(number);
    }
  };
  const work = async (number: string, own: {again: boolean}): Promise<void> => {
    try {
      do {
        own.again = false;
        await show(number);
      } while (own.again);
    } finally {
      atWork.delete(number);
    }
  };
  const showNow = (number: string): void => {
    const running = atWork.get(number);
    if (running !== undefined) return void (running.again = true);
    const own = {again: false};
    atWork.set(number, own);
    inBackground(work(number, own));
  };

  return (number, when) => {
    // Whoever comes while somebody is away may be the one who is back.
    if (due.has(number)) return;
    if (when === 'now') return showNow(number);
    due.add(number);
    clock.after(A_WHILE_MS, () => {
      due.delete(number);
      showNow(number);
    });
  };
}
