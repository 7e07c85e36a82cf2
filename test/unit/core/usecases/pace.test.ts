import {beforeEach, describe, expect, it} from '@jest/globals';
import {createPace, type Pace} from '../../../../server/core/usecases/pace.js';
import {createManualClock, type ManualClock} from '../../../support/manual-clock.js';
import {passTimeUntil} from '../../../support/pass-time-until.js';

let clock: ManualClock;
let pace: Pace;
let began: string[];
let from: number;
beforeEach(() => {
  clock = createManualClock();
  pace = createPace({clock, everyMs: 1_000});
  began = [];
  from = clock.now();
});
const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
const run = (goal: string, {key = 'card', takes = 0, rests = 0, fails = false} = {}): Promise<unknown> =>
  pace.run(key, goal, async () => {
    began.push(`${clock.now() - from} ${key} ${goal}`);
    if (takes > 0) await wait(takes);
    if (fails) throw new Error('in vain');
    return {rest: wait(rests)};
  });
const all = (...runs: Promise<unknown>[]): Promise<unknown> => passTimeUntil(clock, Promise.allSettled(runs));

describe('a pace', () => {
  it('runs at once what is the first of its key', async () => {
    await Promise.all([run('a'), run('a', {key: 'other'})]);
    expect(began).toEqual(['0 card a', '0 other a']);
  });

  it('runs of all that is asked for within the while only the last, at its end', async () => {
    await all(run('a'), run('b'), run('c'), run('d'));
    expect(began).toEqual(['0 card a', '1000 card d']);
  });

  it('lets nobody wait who asks for what is being reached, or was reached just now', async () => {
    await Promise.all([run('a'), run('a')]);
    await run('a');
    expect(began).toEqual(['0 card a']);
  });

  it('runs at once again when the while is over', async () => {
    await run('a');
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
    await run('a');
    expect(began).toEqual(['0 card a', '1000 card a']);
  });

  it('begins nothing while something runs, however long that takes', async () => {
    await all(run('a', {takes: 2_500}), run('b'));
    expect(began).toEqual(['0 card a', '2500 card b']);
  });

  it('begins nothing before the rest of a task has ended, of which nobody waits', async () => {
    await run('a', {rests: 2_500});
    expect(clock.now()).toBe(from);
    clock.advance(2_000);
    await all(run('a'), run('b'));
    expect(began).toEqual(['0 card a', '2500 card b']);
  });

  it('goes on at once where something was in vain, and tells all who asked for it', async () => {
    const vain = [run('a', {fails: true}), run('a')];
    await all(...vain, run('b'));
    expect(began).toEqual(['0 card a', '0 card b']);
    for (const each of vain) await expect(each).rejects.toThrow('in vain');
  });

  it('keeps nothing of a key that rests', async () => {
    await all(run('a'), run('b'));
    clock.advance(1_000);
    expect(clock.nextIn()).toBeUndefined();
  });
});
