import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {ByteQueue} from '../../../server/lib/byte-queue.js';

const steps = fc.array(fc.oneof(fc.uint8Array({maxLength: 300}), fc.nat({max: 400})));

describe('a queue of bytes', () => {
  it('gives back what it was given, in any pieces', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        const queue = new ByteQueue();
        let expected = Buffer.alloc(0);
        for (const step of plan) {
          if (typeof step === 'number') {
            expect(queue.take(step).equals(expected.subarray(0, step))).toBe(true);
            expected = expected.subarray(step);
          } else {
            queue.append(step);
            expected = Buffer.concat([expected, step]);
          }
          expect(queue.length).toBe(expected.length);
          if (expected.length > 0) expect(queue.at(expected.length - 1)).toBe(expected.at(-1));
        }
      }),
    );
  });

  it('leaves alone what it has given away, and what it was given', () => {
    const queue = new ByteQueue();
    const chunk = Buffer.from('abc');
    queue.append(chunk);
    const taken = queue.take(2);
    queue.append(Buffer.from('defghi'));
    queue.append(Buffer.from('jkl'));
    expect([String(taken), String(chunk), String(queue.take())]).toEqual(['ab', 'abc', 'cdefghijkl']);
  });

  it('holds tiny chunks in little more memory than their bytes', () => {
    const queue = new ByteQueue();
    for (let count = 0; count < 10_000; count++) queue.append(Uint8Array.of(1));
    expect(queue.take(1).buffer.byteLength).toBeLessThan(25_000);
  });
});
