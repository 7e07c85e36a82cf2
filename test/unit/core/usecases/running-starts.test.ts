import {describe, expect, it} from '@jest/globals';
import {createRunningStarts} from '../../../../server/core/usecases/running-starts.js';

function held<T>() {
  let end = (_value: T): void => undefined;
  const promise = new Promise<T>((resolve) => (end = resolve));
  return {promise, end};
}

describe('starts that run at the same time', () => {
  it('of one key are one start, and the others learn of its outcome', async () => {
    const running = createRunningStarts<string>();
    const first = held<string>();
    let starts = 0;
    const join = () =>
      running.join(
        'key',
        () => {
          starts += 1;
          return first.promise;
        },
        (outcome) => `again ${outcome}`,
      );
    const outcomes = Promise.all([join(), join(), join()]);
    first.end('done');
    expect(await outcomes).toEqual(['done', 'again done', 'again done']);
    expect(starts).toBe(1);
  });

  it('begin anew once the first is over, also when it failed', async () => {
    const running = createRunningStarts<string>();
    const repeat = () => 'again';
    await expect(running.join('key', () => Promise.reject(new Error('no')), repeat)).rejects.toThrow('no');
    expect(await running.join('key', () => Promise.resolve('second'), repeat)).toBe('second');
  });
});

describe('a meeting that is being posted', () => {
  it('lets its webhooks wait until the card is written', async () => {
    const running = createRunningStarts();
    const posting = held<void>();
    const log: string[] = [];
    const posted = running.whilePosting('1', async () => {
      await posting.promise;
      log.push('posted');
    });
    const settled = running.settled('1').then(() => log.push('settled'));
    await running.settled('2');
    posting.end();
    await Promise.all([posted, settled]);
    expect(log).toEqual(['posted', 'settled']);
  });

  it('does not hold up its webhooks when posting fails', async () => {
    const running = createRunningStarts();
    const posted = running.whilePosting('1', () => Promise.reject(new Error('no')));
    const settled = running.settled('1');
    await expect(posted).rejects.toThrow('no');
    await expect(settled).resolves.toBeUndefined();
  });
});
