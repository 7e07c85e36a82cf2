import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';
import type {Intent} from '../domain/intent.js';

/**
 * Whether somebody is starting this meeting from here, so that its card is about to be there. Where a start was
 * interrupted, it is finished first.
 */
export type AwaitStart = (number: string) => Promise<boolean>;

interface AwaitStartDeps {
  /** Every intent that is not finished, as of a moment after the call. */
  openIntents: () => Promise<readonly Intent[]>;
  intents: Pick<Intents, 'freeAt' | 'isLeft'>;
  clock: Pick<Clock, 'now'>;
  finishInterrupted: () => Promise<void>;
}

export const createAwaitStart =
  ({openIntents, intents, clock, finishInterrupted}: AwaitStartDeps): AwaitStart =>
  async (number) => {
    const intent = (await openIntents()).find(({meeting}) => meeting?.number === number);
    if (intent === undefined) return false;
    if (intents.isLeft(intent) || intents.freeAt(intent) <= clock.now()) await finishInterrupted();
    return true;
  };
