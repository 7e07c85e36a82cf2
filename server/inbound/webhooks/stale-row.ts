import type {Clock} from '../../core/ports/clock.js';
import type {Logger} from '../../core/ports/logger.js';
import type {Signature} from './webhook-keys.js';

/** Fewer may be retries or a replay. */
const IN_A_ROW = 3;
const ALIKE_WITHIN_MS = 60_000;
const TELL_EVERY_MS = 60 * 60_000;

/** Called with every authentic webhook, and when it came. */
export type WatchClock = (
  signature: Exclude<Signature, {authenticity: 'forged'}>,
  receivedAt: number,
) => void;

/**
 * Webhooks that are stale one after the other, signed at different times and all by about as much: that is what a wrong
 * clock looks like, and nothing else would say why cards follow so slowly. A replay has the time of its original.
 */
export function createStaleRow({clock, logger}: {clock: Pick<Clock, 'now'>; logger: Logger}): WatchClock {
  let row: {signedAt: number; offset: number; count: number} | undefined;
  let quietUntil = 0;
  return ({authenticity, signedAt}, receivedAt) => {
    if (authenticity === 'fresh' || signedAt === undefined) return void (row = undefined);
    if (row?.signedAt === signedAt) return;
    const offset = signedAt - receivedAt;
    const isAlike = row !== undefined && Math.abs(row.offset - offset) < ALIKE_WITHIN_MS;
    row = {signedAt, offset, count: isAlike ? (row?.count ?? 0) + 1 : 1};
    if (row.count < IN_A_ROW || clock.now() < quietUntil) return;
    quietUntil = clock.now() + TELL_EVERY_MS;
    logger.warn(
      'Webhooks of Zoom count as late, all by about as much. Is the clock of this server right? /zoom doctor compares it with Zoom’s',
      {
        inARow: row.count,
        secondsOff: Math.round(Math.abs(offset) / 1000),
        clockIs: offset > 0 ? 'behind' : 'ahead',
      },
    );
  };
}
