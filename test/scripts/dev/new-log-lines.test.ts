import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {newLogLines} from '../../../scripts/dev/new-log-lines.js';

describe('the new lines of a log', () => {
  it('are those behind what was seen', () => {
    expect(newLogLines(['a', 'b'], ['a', 'b', 'c'])).toEqual(['c']);
  });

  it('are found when the look begins further down', () => {
    expect(newLogLines(['a', 'b', 'c'], ['b', 'c', 'd'])).toEqual(['d']);
  });

  it('are all lines when nothing of what was seen is left', () => {
    expect(newLogLines(['a', 'b'], ['c', 'd'])).toEqual(['c', 'd']);
    expect(newLogLines([], ['a'])).toEqual(['a']);
  });

  it('are none when nothing was added', () => {
    expect(newLogLines(['a', 'a'], ['a', 'a'])).toEqual([]);
    expect(newLogLines([], [])).toEqual([]);
  });

  it('give the whole log when looks at its end are put together', () => {
    const additions = fc.array(fc.nat({max: 5}));
    fc.assert(
      fc.property(additions, fc.integer({min: 6, max: 9}), (added, size) => {
        let length = 0;
        let seen: readonly string[] = [];
        const told: string[] = [];
        for (const count of added) {
          length += count;
          const log = Array.from({length}, (_, index) => `line ${index}`);
          const page = log.slice(-size);
          told.push(...newLogLines(seen, page));
          seen = page;
        }
        expect(told).toEqual(Array.from({length}, (_, index) => `line ${index}`));
      }),
    );
  });
});
