import type {HttpResponse} from './plugin-host.js';
import {pairBrowser} from './pair-browser.js';
import type {Place, World} from './world.js';

/** What a person's panel sends; a service knows them by their paired browser. */
export async function openPanel(world: World, place: Place) {
  const {host} = world;
  const paired = host.capabilities.sessions ? undefined : await pairBrowser(world, place);
  const identity = paired === undefined ? {userId: place.userId} : {};
  const headers = {
    'Content-Type': 'application/json',
    ...(paired !== undefined && {Authorization: `Bearer ${paired}`}),
  };
  const read = ({status, headers: answered, body}: HttpResponse) => ({
    status,
    retryAfter: answered.get('retry-after'),
    json: JSON.parse(body.toString()) as Record<string, unknown>,
  });
  return {
    list: async (query = '') => read(await host.http({path: `/api/v1/import${query}`, headers, ...identity})),
    bring: async (body: object) =>
      read(
        await host.http({
          method: 'POST',
          path: '/api/v1/import',
          headers,
          ...identity,
          body: JSON.stringify({channel_id: place.channelId, kind: 'meeting', ...body}),
        }),
      ),
  };
}
