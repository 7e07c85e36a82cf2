import {beforeEach, describe, expect, it} from '@jest/globals';
import {createZoomBudget} from '../../../../server/outbound/store/zoom-budget.js';
import {createFakeWorld, type FakeWorld} from '../../../support/fake-world.js';

let world: FakeWorld;
beforeEach(() => {
  world = createFakeWorld();
});
const node = () => createZoomBudget(world);
const DAY = 24 * 60 * 60_000;

/** How many of so many calls may begin at once. */
async function atOnce(budget: ReturnType<typeof node>, account = 'account'): Promise<number> {
  let taken = 0;
  for (let call = 0; call < 30; call += 1) {
    const {kind} = await budget.take(account, 'medium', 0);
    if (kind === 'taken') taken += 1;
  }
  return taken;
}

describe('What is asked of Zoom besides starting meetings', () => {
  it('is shared by all nodes: what one takes, another cannot', async () => {
    const [one, two] = [node(), node()];
    const now = world.clock.now();
    expect(await one.take('account', 'medium', 3_000)).toMatchObject({kind: 'taken', at: now});
    expect(await two.take('account', 'medium', 3_000)).toMatchObject({kind: 'taken', at: now});
    expect(await one.take('account', 'medium', 3_000)).toMatchObject({kind: 'taken', at: now + 1_000});
    expect(await two.take('account', 'medium', 500)).toEqual({
      kind: 'spent',
      per: 'second',
      until: now + 2_000,
      plan: 'free',
    });
    world.clock.advance(60_000);
    expect(await two.take('account', 'medium', 0)).toMatchObject({kind: 'taken', at: now + 60_000});
  });

  it('is counted for each class of calls, and for each account', async () => {
    const budget = node();
    expect(await atOnce(budget)).toBe(2);
    expect(await budget.take('account', 'light', 0)).toMatchObject({kind: 'taken'});
    expect(await budget.take('another', 'medium', 0)).toMatchObject({kind: 'taken'});
  });

  it('does not reckon what was taken before a licence was seen', async () => {
    const budget = node();
    for (let call = 0; call < 520; call += 1) {
      await budget.take('account', 'heavy', 0);
      world.clock.advance(2_000);
    }
    expect(await budget.take('account', 'heavy', 0)).toMatchObject({kind: 'spent', per: 'day', plan: 'free'});
    budget.isPaid('account');
    expect(await budget.take('account', 'heavy', 0)).toMatchObject({kind: 'taken', plan: 'paid'});
  });

  it('is more where somebody has a licence, as every node knows, until none has been seen for a week', async () => {
    const seen = node();
    seen.isPaid('account');
    expect(await atOnce(seen)).toBe(10);
    world.clock.advance(60_000);
    expect(await atOnce(node())).toBe(10);
    world.clock.advance(8 * DAY);
    expect(await atOnce(node())).toBe(2);
  });
});
