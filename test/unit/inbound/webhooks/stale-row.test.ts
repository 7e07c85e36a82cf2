import {beforeEach, describe, expect, it} from '@jest/globals';
import {createStaleRow, type WatchClock} from '../../../../server/inbound/webhooks/stale-row.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {createRecordingLogger, type RecordingLogger} from '../../../support/recording-logger.js';

const MINUTE = 60_000;
let clock: ManualClock;
let logger: RecordingLogger;
let watch: WatchClock;
beforeEach(() => {
  clock = createManualClock();
  logger = createRecordingLogger();
  watch = createStaleRow({clock, logger});
});

/** A webhook comes, a second after the one before. */
function receive(signedAt: number): void {
  const isFresh = Math.abs(signedAt - clock.now()) <= 5 * MINUTE;
  const authenticity = isFresh ? 'fresh' : 'stale';
  const signature = {authenticity, token: undefined, age: 'present', signedAt} as const;
  watch(signature, clock.now());
  clock.advance(1_000);
}
const receiveOff = (...minutes: number[]): void =>
  minutes.forEach((off) => receive(clock.now() + off * MINUTE));
const told = () => logger.lines.map(({fields}) => fields);

describe('Stale webhooks in a row', () => {
  it.each([
    [7, {inARow: 3, secondsOff: 420, clockIs: 'behind'}],
    [-9, {inARow: 3, secondsOff: 540, clockIs: 'ahead'}],
  ])('that are all %i minutes off are told once an hour, with how much that is', (off, line) => {
    receiveOff(off, off);
    expect(told()).toEqual([]);
    receiveOff(off, off, off);
    expect(told()).toEqual([line]);
    clock.advance(60 * MINUTE);
    receiveOff(off);
    expect(told()).toHaveLength(2);
  });

  it('are none where a fresh one comes between', () => {
    receiveOff(7, 7, 0, 7, 7);
    expect(told()).toEqual([]);
  });

  it('are none where they are retries, each late by another time', () => {
    receiveOff(-6, -20, -60, -6, -20, -60);
    expect(told()).toEqual([]);
  });

  it('W-08 are none where one is replayed', () => {
    const signedAt = clock.now() - 10 * MINUTE;
    for (let times = 0; times < 10; times += 1) receive(signedAt);
    expect(told()).toEqual([]);
  });
});
