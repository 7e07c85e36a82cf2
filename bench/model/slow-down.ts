import type {World} from '../../test/support/world.js';
import {COSTS, SLOWER} from './costs.js';

/** From now on every call of the plugin or service has its cost. A service's store has it from the start. */
export async function slowDown({host, zoom}: Pick<World, 'host' | 'zoom'>): Promise<void> {
  const cost = (method: string, ms: number): Promise<void> =>
    host.fault(method, {kind: 'slow', ms: ms * SLOWER});
  if (host.capabilities.sessions) {
    for (const method of ['KVSetWithOptions', 'KVDelete']) await cost(method, COSTS.keyValueWrite);
  }
  for (const method of ['CreatePost', 'UpdatePost']) await cost(method, COSTS.post);
  await cost('*', COSTS.read);
  const fault = {kind: 'slow', ms: COSTS.zoom * SLOWER} as const;
  zoom.fault({route: '*', fault, times: Number.POSITIVE_INFINITY});
}

/** The milliseconds of the model that something takes. */
export async function modelled(happen: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await happen();
  return (performance.now() - begin) / SLOWER;
}
