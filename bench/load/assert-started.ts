import type {PluginHost} from '../../test/support/plugin-host.js';
import type {Place} from './seed-places.js';

/** A refusal is answered fast, too, so this checks that the cards are there. */
export async function assertStarted(host: PluginHost, places: readonly Place[]): Promise<void> {
  const cards = (await host.posts()).filter(({type}) => type === 'custom_zoom');
  const channels = new Set(cards.map(({channel_id}) => channel_id));
  const missing = places.filter(({channelId}) => !channels.has(channelId)).length;
  if (missing > 0) throw new Error(`${missing} of ${places.length} meetings were not started`);
}
