import {describe, expect, it} from '@jest/globals';
import {startDeadline, withDeadline} from '../../../server/lib/deadline.js';
import {createManualClock} from '../../support/manual-clock.js';

const never = new Promise<string>(() => undefined);

describe('a deadline', () => {
  it('aborts by the given clock', () => {
    const clock = createManualClock();
    const {signal, remaining} = startDeadline(clock, 1_000);
    clock.advance(999);
    expect([signal.aborted, remaining()]).toEqual([false, 1]);
    clock.advance(1);
    expect(signal.aborted).toBe(true);
  });

  it('is never later than that of its caller', () => {
    const caller = new AbortController();
    const {signal} = startDeadline(createManualClock(), 1_000, caller.signal);
    caller.abort();
    expect(signal.aborted).toBe(true);
  });

  it('is over when it is ended', () => {
    const clock = createManualClock();
    const {signal, end} = startDeadline(clock, 1_000);
    end();
    clock.advance(1_000);
    expect(signal.aborted).toBe(false);
  });

  it('ends with the work that it is for, and leaves no timer', async () => {
    const clock = createManualClock();
    expect(await withDeadline(clock, 1_000, () => Promise.resolve('done'))).toBe('done');
    await expect(withDeadline(clock, 1_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(clock.nextIn()).toBeUndefined();
  });
});

describe('work before a deadline', () => {
  it('is its own outcome when it is in time', async () => {
    const {orLate} = startDeadline(createManualClock(), 1_000);
    expect(await orLate(Promise.resolve('done'), () => 'late')).toBe('done');
    await expect(orLate(Promise.reject(new Error('no')), () => 'late')).rejects.toThrow('no');
  });

  it('is given up when the time is over, and may fail then without anybody noticing', async () => {
    const clock = createManualClock();
    let fail = (_error: Error): void => undefined;
    const work = new Promise<string>((_resolve, reject) => (fail = reject));
    const outcome = withDeadline(clock, 1_000, ({orLate}) => orLate(work, () => 'late'));
    clock.advance(1_000);
    expect(await outcome).toBe('late');
    fail(new Error('too late'));
    await new Promise((resolve) => setImmediate(resolve));
  });

  it('may be given up by an error, and at once where time is up already', async () => {
    const clock = createManualClock();
    const {orLate} = startDeadline(clock, 1_000);
    clock.advance(1_000);
    const late = (): string => {
      throw new Error('too late');
    };
    await expect(orLate(never, late)).rejects.toThrow('too late');
  });
});

describe('a pause before a deadline', () => {
  it('is as long as asked for, or ends with the time', async () => {
    const clock = createManualClock();
    const {pause} = startDeadline(clock, 1_000);
    const log: string[] = [];
    const pauses = [pause(400).then(() => log.push('short')), pause(9_000).then(() => log.push('long'))];
    clock.advance(400);
    await pauses[0];
    expect(log).toEqual(['short']);
    clock.advance(600);
    await pauses[1];
    expect([log, clock.nextIn()]).toEqual([['short', 'long'], undefined]);
  });
});
