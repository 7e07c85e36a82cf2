import {assertStarted} from '../load/assert-started.js';
import {type Place, seedPlaces} from '../load/seed-places.js';
import type {Product} from '../plugin/create-product.js';
import type {Workshop} from '../workshop.js';
import {connectedBy, type ConsentMode, giveConsents} from './consent-mode.js';

const WARM_UP = 10;

/** The calls that something makes. */
interface Calls {
  zoom: number;
  /** To Mattermost. */
  pluginApi: number;
  /** Of these, those to the store. */
  keyValue: number;
}

/** Of one `/zoom start` once all is warm, and of one with a token that has ended. */
export async function countCalls(
  workshop: Workshop,
  mode: ConsentMode,
): Promise<{start: Calls; refresh: Calls}> {
  const product = await workshop.openProduct(connectedBy(mode));
  try {
    const places = await seedPlaces(product, WARM_UP + 2);
    await giveConsents(product, mode, places);
    const begin = (place: Place | undefined): Promise<unknown> =>
      product.host.executeCommand({userId: '', channelId: '', ...place, command: '/zoom start'});
    for (const place of places.slice(0, WARM_UP)) await begin(place);
    const start = await counted(product, () => begin(places[WARM_UP]));
    await giveConsents(product, mode, places.slice(WARM_UP + 1), 'ended');
    const refresh = await counted(product, () => begin(places[WARM_UP + 1]));
    await assertStarted(product.host, places);
    return {start, refresh};
  } finally {
    await product.close();
  }
}

async function counted({host, zoom}: Product, happen: () => Promise<unknown>): Promise<Calls> {
  const before = zoom.requests.length;
  await host.resetCalls();
  await happen();
  const calls = Object.entries(await host.calls());
  const sum = (some: typeof calls): number => some.reduce((total, [, times]) => total + times, 0);
  return {
    zoom: zoom.requests.length - before,
    pluginApi: sum(calls),
    keyValue: sum(calls.filter(([method]) => method.startsWith('KV'))),
  };
}
