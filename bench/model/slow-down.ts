import type {World} from '../../test/support/world.js';
import {COSTS} from './costs.js';

/**
 * The calls of the plugin or service get their costs, so many times slower, and the time that is measured is divided by
 * it again: what this machine needs itself, busy or not, disappears beside them. A service's store has its costs
 * already.
 * @returns the milliseconds of the model that something takes
 */
export async function slowDown(
  {host, zoom}: Pick<World, 'host' | 'zoom'>,
  slower: number,
): Promise<(happen: () => Promise<unknown>) => Promise<number>> {
  const cost = (method: string, ms: number): Promise<void> =>
    host.fault(method, {kind: 'slow', ms: ms * slower});
  if (host.capabilities.sessions) {
    for (const method of ['KVSetWithOptions', 'KVDelete']) await cost(method, COSTS.keyValueWrite);
  }
  for (const method of ['CreatePost', 'UpdatePost']) await cost(method, COSTS.post);
  await cost('*', COSTS.read);
  const fault = {kind: 'slow', ms: COSTS.zoom * slower} as const;
  zoom.fault({route: '*', fault, times: Number.POSITIVE_INFINITY});
  return async (happen) => {
    const begin = performance.now();
    await happen();
    return (performance.now() - begin) / slower;
  };
}
