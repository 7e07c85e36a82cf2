import {expect, it} from '@jest/globals';
import {createStreamPasses} from '../../../../server/outbound/store/stream-passes.js';
import {createFakeWorld} from '../../../support/fake-world.js';
import {ana} from '../../../support/people.js';
import {streamPassOf} from '../../../support/stream-pass-of.js';

it('A-40 stores nothing by which somebody who reads the store could join', async () => {
  const world = createFakeWorld();
  const token = 'canary-stream-token';
  await createStreamPasses(world).keep(token, streamPassOf(world.clock));
  const stored = JSON.stringify(world.keyValue.rows());
  expect(stored).toContain('85512345678');
  expect(stored).not.toContain(token);
});

it('A-41 revokes the oldest of more than a thousand: what nobody can list, nobody could take back', async () => {
  const world = createFakeWorld();
  const passes = createStreamPasses(world);
  for (let nth = 0; nth <= 1_000; nth += 1) {
    await passes.keep(`token ${nth}`, streamPassOf(world.clock, {id: `p${nth}`}));
  }
  expect(await passes.find('token 0')).toMatchObject({revokedAt: world.clock.now()});
  expect((await passes.find('token 1'))?.revokedAt).toBeUndefined();
  expect(await passes.list(ana.id)).toHaveLength(1_000);
});
