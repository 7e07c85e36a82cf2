import type {Request} from 'express';
import type {Clock} from '../../core/ports/clock.js';
import type {PassReading} from '../../core/usecases/read-pass.js';
import {createKeyedQueue} from '../../lib/keyed-queue.js';
import {addressOf} from '../http/limit-per-address.js';
import {limitPerKey} from '../http/limit-per-key.js';

/** Whoever mistypes one needs a few. */
const UNKNOWN_A_MINUTE = 20;

/** Passes that nobody has given out. */
export interface UnknownPasses {
  /**
   * Reads a pass. An address from which too many unknown ones came has them read one after the other, and hears no more
   * of those: 256 bits are not guessed, and the store has to answer others. Whoever has a good pass and shares that
   * address, with a whole company perhaps, gets in all the same.
   */
  read(request: Request, read: () => Promise<PassReading>): Promise<PassReading | TooManyUnknown>;
}

export interface TooManyUnknown {
  kind: 'too-many';
  /** Until one more may be looked for. */
  seconds: number;
}

export function createUnknownPasses({clock}: {clock: Pick<Clock, 'now'>}): UnknownPasses {
  const limit = limitPerKey({clock, aMinute: UNKNOWN_A_MINUTE});
  const queue = createKeyedQueue();
  return {
    async read(request, read) {
      const address = addressOf(request);
      const isSuspect = limit.wait(address) !== undefined;
      const reading = await (isSuspect ? queue.run(address, read) : read());
      const seconds = reading.kind === 'unknown' ? limit.spend(address) : undefined;
      return seconds === undefined ? reading : {kind: 'too-many', seconds};
    },
  };
}
