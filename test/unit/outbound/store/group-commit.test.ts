import {beforeEach, describe, expect, it} from '@jest/globals';
import {createGroupCommit} from '../../../../server/outbound/store/engines/group-commit.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';

class Busy extends Error {}

let clock: ManualClock;
/** How many writes each transaction had. */
let transactions: number[];
/** What a transaction meets before it works; empty: nothing. */
let troubles: Error[];
let commit: <T>(write: () => T) => Promise<T>;
beforeEach(() => {
  clock = createManualClock();
  transactions = [];
  troubles = [];
  commit = createGroupCommit(clock, {
    run: (writes) => {
      const trouble = troubles.shift();
      if (trouble !== undefined) throw trouble;
      transactions.push(writes.length);
      return writes.map((write) => write());
    },
    isBusy: (error) => error instanceof Busy,
  });
});

describe('Writes that share a transaction', () => {
  it('are those of one turn, and each gets its own result', async () => {
    expect(await Promise.all([commit(() => 'a'), commit(() => 'b'), commit(() => 'c')])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(transactions).toEqual([3]);
  });

  it('are not those of the next turn', async () => {
    await commit(() => 'a');
    await commit(() => 'b');
    expect(transactions).toEqual([1, 1]);
  });

  it('are carried out in the order in which they were asked for, those too that came meanwhile', async () => {
    const order: string[] = [];
    const later: Promise<unknown>[] = [];
    const first = commit(() => {
      order.push('first');
      later.push(commit(() => order.push('meanwhile')));
    });
    await Promise.all([first, commit(() => order.push('second'))]);
    await Promise.all(later);
    expect(order).toEqual(['first', 'second', 'meanwhile']);
    expect(transactions).toEqual([2, 1]);
  });

  it('wait for another process that writes, a little longer each time', async () => {
    troubles = [new Busy(), new Busy(), new Busy()];
    const begin = clock.now();
    expect(
      await passTimeUntil(
        clock,
        commit(() => 'written'),
      ),
    ).toBe('written');
    expect(clock.now() - begin).toBe(2 + 4 + 8);
  });

  it('are given up after two seconds, all of them, and the next ones are tried', async () => {
    troubles = Array.from({length: 1_000}, () => new Busy());
    const begin = clock.now();
    const both = Promise.allSettled([commit(() => 'a'), commit(() => 'b')]);
    for (const outcome of await passTimeUntil(clock, both)) {
      expect(outcome).toMatchObject({reason: expect.objectContaining({code: 'store-unavailable'})});
    }
    expect(clock.now() - begin).toBeGreaterThan(1_900);
    expect(clock.now() - begin).toBeLessThanOrEqual(2_000);
    troubles = [];
    expect(await commit(() => 'next')).toBe('next');
  });

  it('fail together when the database refuses, with its own words as the cause, at once', async () => {
    const cause = new Error('the disk is full');
    troubles = [cause];
    const outcomes = await Promise.allSettled([commit(() => 'a'), commit(() => 'b')]);
    expect(outcomes).toMatchObject([{reason: {cause}}, {reason: {cause}}]);
    expect(clock.nextIn()).toBeUndefined();
  });
});
