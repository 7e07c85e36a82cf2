import {waitFor} from './wait-for.js';
import type {World} from './world.js';

/** Resolves when the cards of this number are stored, which happens beside the answer to a start. */
export const untilOnRecord = (world: Pick<World, 'host'>, number: number): Promise<unknown> =>
  waitFor(world.host, async () => (await world.host.kv()).get(`meeting_${number}`));
