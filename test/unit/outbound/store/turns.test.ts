import {expect, it} from '@jest/globals';
import {createTurns} from '../../../../server/outbound/store/turns.js';
import {createFakeWorld} from '../../../support/fake-world.js';

const world = createFakeWorld();
const {clock} = world;
const node = () => createTurns(world, 1_000);

it('gives every node its own second, and nothing to who would wait too long', async () => {
  const [one, two] = [node(), node()];
  const now = clock.now();
  expect(await one.take(2_000)).toBe(now);
  expect(await two.take(2_000)).toBe(now + 1_000);
  expect(await one.take(2_000)).toBe(now + 2_000);
  expect(await two.take(2_000)).toBeUndefined();
  clock.advance(10_000);
  expect(await two.take(2_000)).toBe(clock.now());
});

it('does not wait for a time that a wrong clock wrote', async () => {
  await world.keyValue.put('zoom_turns', JSON.stringify({next: clock.now() + 24 * 60 * 60_000}));
  expect(await node().take(0)).toBe(clock.now());
});
