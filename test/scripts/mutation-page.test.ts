import {describe, expect, it} from '@jest/globals';
import {figuresIn, mutationPage} from '../../scripts/mutate/mutation-page.js';

const ring = {path: 'server/ring.ts', tests: ['test/ring.test.ts']};
const rows = {path: 'server/rows.ts', tests: ['test/rows.test.ts'], rest: 'nobody sees it.'};
const found = (changes: number, noticed: number) => ({changes, noticed});
const tableOf = (page: string): string => page.slice(page.indexOf('| File'));

describe('The page of what tests notice', () => {
  it('shows the files that were measured, in the order of the table, and what is left of them', () => {
    const page = mutationPage('', [ring, rows], new Map([['server/ring.ts', found(3, 2)]]));
    expect(tableOf(page)).toBe(
      '| File | Changes | Noticed | Share |\n| --- | --- | --- | --- |\n' +
        '| `server/ring.ts` | 3 | 2 | 66.6 % |\n| all | 3 | 2 | 66.6 % |\n',
    );
    const both = mutationPage(page, [rows, ring], new Map([['server/rows.ts', found(1_000, 999)]]));
    expect(tableOf(both)).toBe(
      '| File | Changes | Noticed | Share |\n| --- | --- | --- | --- |\n' +
        '| `server/rows.ts` | 1000 | 999 | 99.9 % |\n| `server/ring.ts` | 3 | 2 | 66.6 % |\n' +
        '| all | 1003 | 1001 | 99.8 % |\n\nWhat is left, and why no test can notice it:\n\n- `server/rows.ts`: nobody sees it.\n',
    );
  });

  it('replaces the figures of a file that was measured anew, and forgets a file that is in no table', () => {
    const before = new Map([
      ['server/ring.ts', found(3, 2)],
      ['server/rows.ts', found(8, 8)],
    ]);
    const page = mutationPage('', [ring, rows], before);
    const after = mutationPage(page, [ring], new Map([['server/ring.ts', found(4, 4)]]));
    expect([...figuresIn(after)]).toEqual([['server/ring.ts', found(4, 4)]]);
    expect(mutationPage(after, [ring], new Map())).toBe(after);
  });
});
