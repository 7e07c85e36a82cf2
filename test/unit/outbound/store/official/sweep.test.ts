import {beforeEach, describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createSweep} from '../../../../../server/outbound/store/official/sweep.js';
import {createFakeWorld, type FakeWorld} from '../../../../support/fake-world.js';

let world: FakeWorld;
let pages: number[];
beforeEach(() => {
  world = createFakeWorld();
  pages = [];
});

const keys = (): string[] => Object.keys(world.keyValue.rows()).sort();
/** One process; `take` deletes what is to be swept up, and what it makes of it comes before everything else. */
const startNode = (take = sweepUp) =>
  createSweep({
    ...world,
    what: 'consents',
    take,
    listKeys: async (page, length) => {
      pages.push(page);
      return keys().slice(page * length, (page + 1) * length);
    },
  });
const sweepUp = async (key: string): Promise<boolean> => {
  if (!key.startsWith('old_')) return false;
  await world.keyValue.put(key.replace('old_', 'a_'), '1');
  await world.keyValue.delete(key);
  return true;
};
const seed = async (before: number, old: number, after: number): Promise<void> => {
  const names = [
    ['m', before],
    ['old', old],
    ['p', after],
  ] as const;
  for (const [name, count] of names)
    for (let row = 0; row < count; row += 1) await world.keyValue.put(`${name}_${row}`, '1');
};
const untilDone = async (step: () => Promise<'more' | 'done'>): Promise<void> => {
  while ((await step()) === 'more');
};
const left = (): string[] => keys().filter((key) => key.startsWith('old_'));

describe('A sweep', () => {
  it('takes everything, however rows lie on pages and move while it goes through them', async () => {
    const some = fc.nat(320);
    await fc.assert(
      fc.asyncProperty(some, some, some, async (before, old, after) => {
        world = createFakeWorld();
        await seed(before, old, after);
        await untilDone(startNode().step);
        expect(left()).toEqual([]);
        expect(keys().filter((key) => key.startsWith('a_'))).toHaveLength(old);
      }),
      {numRuns: 25},
    );
  });

  it('takes what came to an earlier page while it was on a later one', async () => {
    await seed(150, 1, 250);
    const {step} = startNode();
    await step();
    await world.keyValue.put('b', '1');
    await step();
    await world.keyValue.put('old_', '1');
    for (let row = 0; row < 120; row += 1) await world.keyValue.delete(`m_${row}`);
    await untilDone(step);
    expect(left()).toEqual([]);
  });

  it('says in the log how much it took', async () => {
    await seed(0, 3, 0);
    await untilDone(startNode().step);
    const fields = {what: 'consents', rows: 3};
    expect(world.logger.lines).toEqual([{level: 'info', message: expect.any(String), fields}]);
  });

  it('is done once for all nodes, also after a restart', async () => {
    await seed(0, 3, 0);
    await untilDone(startNode().step);
    pages = [];
    expect(await startNode().step()).toBe('done');
    expect(pages).toEqual([]);
  });

  it('goes on where another node was', async () => {
    await seed(250, 0, 0);
    for (const node of [startNode(), startNode(), startNode()]) await node.step();
    expect(pages).toEqual([0, 1, 2]);
  });

  it('takes a step again that failed', async () => {
    await seed(0, 3, 0);
    const {step} = startNode();
    world.keyValue.fail();
    await expect(step()).rejects.toMatchObject({code: 'store-unavailable'});
    world.keyValue.mend();
    await untilDone(step);
    expect(left()).toEqual([]);
  });
});
