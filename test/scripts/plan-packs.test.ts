import {describe, expect, it} from '@jest/globals';
import {listSuites} from '../../scripts/test/packs/list-suites.js';
import {planPacks} from '../../scripts/test/packs/plan-packs.js';

const plain = (path: string) => ({path, text: "it('holds', () => undefined);"});
const unit = (name: string) => plain(`test/unit/${name}.test.ts`);

describe('The packs of a full run', () => {
  it('hold each suite once, and let those stay alone that are in none', () => {
    const suites = listSuites();
    const {packs, alone} = planPacks(suites.map(plain));
    expect([...packs.flatMap((pack) => pack.suites), ...alone].sort()).toEqual([...suites].sort());
    expect(suites).toContain('test/scripts/plan-packs.test.ts');
  });

  it('have names of their own, which begin as the paths of their suites do', () => {
    const {packs} = planPacks(listSuites().map(plain));
    expect(new Set(packs.map(({name}) => name)).size).toBe(packs.length);
    const folders = packs.map(({name, suites}) => ({folder: name.replace(/[^/]*$/, ''), suites}));
    expect(folders.filter(({folder, suites}) => !suites.every((path) => path.startsWith(folder)))).toEqual(
      [],
    );
  });

  it('are about as large as each other, so that they keep all workers busy', () => {
    const {packs} = planPacks(Array.from({length: 100}, (_, index) => unit(`suite-${index}`)));
    const sizes = packs.map(({suites}) => suites.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it.each([
    'it.only("holds", () => undefined);',
    'describe.only.each([1])("%i", () => undefined);',
    'jest.setTimeout(1);',
    'jest.useFakeTimers();',
  ])('leave a suite alone in which something counts for the whole file: %s', (text) => {
    const {packs, alone} = planPacks([{path: 'test/unit/odd.test.ts', text}, unit('even')]);
    expect([packs.map(({suites}) => suites), alone]).toEqual([
      [['test/unit/even.test.ts']],
      ['test/unit/odd.test.ts'],
    ]);
  });

  it('leave those alone that take longest, and those that need a core each', () => {
    const slow = ['test/feature/lost-webhooks.test.ts', 'test/wire/go-host-built-plugin.test.ts'];
    expect(planPacks(slow.map(plain))).toEqual({packs: [], alone: slow});
  });
});
