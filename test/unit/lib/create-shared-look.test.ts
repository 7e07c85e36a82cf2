import {describe, expect, it} from '@jest/globals';
import {createSharedLook} from '../../../server/lib/create-shared-look.js';

function createLook() {
  const ends: ((found: string) => void)[] = [];
  const look = createSharedLook(() => new Promise<string>((resolve) => ends.push(resolve)));
  return {look, ends};
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared look', () => {
  it('is one at a time, and one for all who asked before it began', async () => {
    const {look, ends} = createLook();
    const first = look();
    const others = Promise.all([look(), look(), look()]);
    expect(ends).toHaveLength(1);
    ends[0]?.('first');
    expect(await first).toBe('first');
    await turn();
    expect(ends).toHaveLength(2);
    ends[1]?.('second');
    expect(await others).toEqual(['second', 'second', 'second']);
  });

  it('is never one that began before the question', async () => {
    const {look, ends} = createLook();
    void look();
    const second = look();
    ends[0]?.('first');
    await turn();
    const third = look();
    ends[1]?.('second');
    expect(await second).toBe('second');
    await turn();
    ends[2]?.('third');
    expect(await third).toBe('third');
  });

  it('that fails fails for whom it was, and the next is asked anew', async () => {
    let isBroken = true;
    const look = createSharedLook(async () => {
      if (isBroken) throw new Error('no');
      return 'found';
    });
    const first = look();
    const second = look();
    isBroken = false;
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe('found');
  });
});
