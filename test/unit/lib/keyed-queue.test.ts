import {describe, expect, it} from '@jest/globals';
import {createKeyedQueue} from '../../../server/lib/keyed-queue.js';

/** A task that ends when told to. */
function held() {
  const log: string[] = [];
  const task = (name: string) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const run = async (): Promise<string> => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
      return name;
    };
    return {run, end};
  };
  return {log, task};
}

describe('a queue by key', () => {
  it('runs the tasks of one key one after the other', async () => {
    const {log, task} = held();
    const queue = createKeyedQueue();
    const [a, b] = [task('a'), task('b')];
    const results = Promise.all([queue.run('key', a.run), queue.run('key', b.run)]);
    b.end();
    a.end();
    expect(await results).toEqual(['a', 'b']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('does not let one key wait for another', async () => {
    const {log, task} = held();
    const queue = createKeyedQueue();
    const [a, b] = [task('a'), task('b')];
    const first = queue.run('one', a.run);
    b.end();
    await queue.run('other', b.run);
    expect(log).toEqual(['a begins', 'b begins', 'b ends']);
    a.end();
    await first;
  });

  it('goes on after a task that failed', async () => {
    const queue = createKeyedQueue();
    const failing = queue.run('key', () => Promise.reject(new Error('failed')));
    const next = queue.run('key', () => Promise.resolve('next'));
    await expect(failing).rejects.toThrow('failed');
    expect(await next).toBe('next');
  });
});
