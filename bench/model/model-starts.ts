import type {World} from '../../test/support/world.js';
import {assertStarted} from '../load/assert-started.js';
import {type Place, seedPlaces} from '../load/seed-places.js';
import {median} from '../report/percentile.js';
import {slowDown} from './slow-down.js';

const WARM_UP = 10;
const SAMPLES = 5;
/** A start lasts four seconds then, and may last eight. */
export const START_SLOWER = 20;

/** From the command to its answer. `prepare`: what these people have done before they start. */
export async function modelStarts(
  world: World,
  prepare: (places: readonly Place[]) => Promise<void> = async () => undefined,
): Promise<{start_model: number}> {
  const {host} = world;
  const places = await seedPlaces(world, WARM_UP + SAMPLES, 'model');
  await prepare(places);
  const start = (index: number): Promise<unknown> => {
    const {userId = '', channelId = ''} = places[index] ?? {};
    return host.executeCommand({userId, channelId, command: '/zoom start'});
  };
  for (let index = 0; index < WARM_UP; index += 1) await start(index);
  const modelled = await slowDown(world, START_SLOWER);
  const times: number[] = [];
  while (times.length < SAMPLES) times.push(await modelled(() => start(WARM_UP + times.length)));
  await assertStarted(host, places);
  await host.liftFaults();
  return {start_model: median(times)};
}
