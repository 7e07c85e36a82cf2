import type {World} from '../../test/support/world.js';
import {assertStarted} from '../load/assert-started.js';
import {seedPlaces} from '../load/seed-places.js';
import {median} from '../report/percentile.js';
import {modelled, slowDown} from './slow-down.js';

const WARM_UP = 20;
const SAMPLES = 5;

/** From the command to its answer. */
export async function modelStarts(world: World): Promise<{start_model: number}> {
  const {host} = world;
  const places = await seedPlaces(world, WARM_UP + SAMPLES, 'model');
  const start = (index: number): Promise<unknown> => {
    const {userId = '', channelId = ''} = places[index] ?? {};
    return host.executeCommand({userId, channelId, command: '/zoom start'});
  };
  for (let index = 0; index < WARM_UP; index += 1) await start(index);
  await slowDown(world);
  const times: number[] = [];
  while (times.length < SAMPLES) times.push(await modelled(() => start(WARM_UP + times.length)));
  await assertStarted(host, places);
  await host.liftFaults();
  return {start_model: median(times)};
}
