import {describe, expect, it} from '@jest/globals';
import {createWorkInProgress} from '../../../server/lib/work-in-progress.js';
import {createManualClock} from '../../support/manual-clock.js';

function held() {
  let end = (): void => undefined;
  const work = new Promise<void>((resolve) => (end = resolve));
  return {work, end};
}

describe('work in progress', () => {
  it('is drained at once when there is none', async () => {
    const clock = createManualClock();
    await createWorkInProgress(clock).drained(8_000);
    expect(clock.nextIn()).toBeUndefined();
  });

  it('is drained when all of it has ended, well or badly, also what was added meanwhile', async () => {
    const work = createWorkInProgress(createManualClock());
    const [first, second] = [held(), held()];
    const log: string[] = [];
    void work.add(first.work);
    work.add(Promise.reject(new Error('failed'))).catch(() => undefined);
    const drained = work.drained(8_000).then(() => log.push('drained'));
    void work.add(second.work.then(() => log.push('second')));
    first.end();
    second.end();
    await drained;
    expect(log).toEqual(['second', 'drained']);
  });

  it('is not waited for longer than allowed', async () => {
    const clock = createManualClock();
    const work = createWorkInProgress(clock);
    void work.add(new Promise(() => undefined));
    const drained = work.drained(8_000);
    clock.advance(8_000);
    await expect(drained).resolves.toBeUndefined();
  });

  it('hands out what was added', async () => {
    expect(await createWorkInProgress(createManualClock()).add(Promise.resolve('value'))).toBe('value');
  });
});
