import {describe, expect, it} from '@jest/globals';
import {oneAtATime} from '../../../scripts/dev/one-at-a-time.js';

/** A task whose runs end when the test says so. */
const createTask = () => {
  const ends: (() => void)[] = [];
  return {ends, run: () => new Promise<void>((resolve) => ends.push(resolve))};
};

describe('a task that runs one at a time', () => {
  it('does what was asked for during a run by one more run', async () => {
    const task = createTask();
    const ask = oneAtATime(task.run);
    const done = Promise.all([ask(), ask(), ask()]);
    expect(task.ends).toHaveLength(1);
    task.ends[0]?.();
    await Promise.resolve();
    expect(task.ends).toHaveLength(2);
    task.ends[1]?.();
    await done;
    expect(task.ends).toHaveLength(2);
  });

  it('runs again when it is asked after the end', async () => {
    const task = createTask();
    const ask = oneAtATime(task.run);
    const first = ask();
    task.ends[0]?.();
    await first;
    const second = ask();
    expect(task.ends).toHaveLength(2);
    task.ends[1]?.();
    await second;
  });

  it('runs again after a run that failed', async () => {
    let runs = 0;
    const ask = oneAtATime(async () => {
      runs++;
      if (runs === 1) {
        throw new Error('It broke.');
      }
    });
    await expect(ask()).rejects.toThrow('It broke.');
    await ask();
    expect(runs).toBe(2);
  });
});
