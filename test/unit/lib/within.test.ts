import {describe, expect, it} from '@jest/globals';
import {abortAfter} from '../../../server/lib/abort-after.js';
import {within} from '../../../server/lib/within.js';
import {createManualClock} from '../../support/manual-clock.js';

describe('work within a time', () => {
  it('is its own outcome when it is in time, and leaves no timer', async () => {
    const clock = createManualClock();
    expect(await within(clock, 1_000, Promise.resolve('done'), () => 'late')).toBe('done');
    await expect(within(clock, 1_000, Promise.reject(new Error('no')), () => 'late')).rejects.toThrow('no');
    expect(clock.nextIn()).toBeUndefined();
  });

  it('is given up when the time is over, and may fail then without anybody noticing', async () => {
    const clock = createManualClock();
    let fail = (_error: Error): void => undefined;
    const work = new Promise<string>((_resolve, reject) => (fail = reject));
    const outcome = within(clock, 1_000, work, () => 'late');
    clock.advance(1_000);
    expect(await outcome).toBe('late');
    fail(new Error('too late'));
    await new Promise((resolve) => setImmediate(resolve));
  });
});

describe('a deadline', () => {
  it('aborts by the given clock', () => {
    const clock = createManualClock();
    const {signal} = abortAfter(clock, 1_000);
    clock.advance(999);
    expect(signal.aborted).toBe(false);
    clock.advance(1);
    expect(signal.aborted).toBe(true);
  });

  it('is over when it is cancelled', () => {
    const clock = createManualClock();
    const {signal, cancel} = abortAfter(clock, 1_000);
    cancel();
    clock.advance(1_000);
    expect(signal.aborted).toBe(false);
  });
});
