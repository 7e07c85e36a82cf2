import type {Card} from '../domain/card.js';
import type {Intent} from '../domain/intent.js';
import type {Clock} from '../ports/clock.js';
import type {Intents} from '../ports/intents.js';

/**
 * Whether somebody is starting this meeting from here, so that a card that is none of these is about to be there. Where
 * a start was interrupted, it is finished first.
 */
export type AwaitStart = (number: string, cards: readonly Pick<Card, 'id'>[]) => Promise<boolean>;

interface AwaitStartDeps {
  /** Every intent that is not finished. */
  openIntents: () => Promise<readonly Intent[]>;
  intents: Pick<Intents, 'freeAt' | 'isLeft'>;
  clock: Pick<Clock, 'now'>;
  finishInterrupted: () => Promise<void>;
}

export const createAwaitStart =
  ({openIntents, intents, clock, finishInterrupted}: AwaitStartDeps): AwaitStart =>
  async (number, cards) => {
    const isOnRecord = ({id}: Intent): boolean => cards.some((card) => card.id === id);
    const intent = (await openIntents()).find((open) => open.meeting?.number === number && !isOnRecord(open));
    if (intent === undefined) return false;
    if (intents.isLeft(intent) || intents.freeAt(intent) <= clock.now()) await finishInterrupted();
    return true;
  };
