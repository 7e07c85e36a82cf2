import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Tally} from '../../core/ports/tally.js';
import {createTally} from '../../lib/tally.js';

const HOUR_MS = 60 * 60_000;

/** Zoom may not answer about hundreds of meetings: one line an hour tells of all of them. */
export const createLedNowhere = ({
  clock,
  logger,
}: {
  clock: Pick<Clock, 'after'>;
  logger: Logger;
}): Tally<string> =>
  createTally({
    clock,
    everyMs: HOUR_MS,
    tell: (counts) =>
      logger.warn('Zoom was asked about meetings whose end never came, and could not tell', {
        counts: [...counts].map(([reason, count]) => `${reason}: ${count}`).join(', '),
      }),
  });
