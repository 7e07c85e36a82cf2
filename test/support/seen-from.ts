import type {ZoomSimulator} from '../../sandbox/zoom/zoom-simulator.js';
import type {HostPost} from './plugin-host.js';
import {waitForPost} from './wait-for.js';
import type {World} from './world.js';

/** The people of a test, and their channel. */
export type PlaceOfTest = Pick<World, 'ana' | 'ben' | 'channelId'>;

/** The same Zoom, without what has been. */
export function fromNowOn(zoom: ZoomSimulator): ZoomSimulator {
  const [meetings, requests] = [zoom.meetings.length, zoom.requests.length];
  const former = new Set(zoom.requests);
  const waitForRequest: ZoomSimulator['waitForRequest'] = (predicate) =>
    zoom.waitForRequest((request) => !former.has(request) && predicate(request));
  return new Proxy(zoom, {
    get(target, name): unknown {
      if (name === 'meetings') return target.meetings.slice(meetings);
      if (name === 'requests') return target.requests.slice(requests);
      return name === 'waitForRequest' ? waitForRequest : Reflect.get(target, name);
    },
  });
}

type WorldParts = Pick<World, 'host' | 'zoom' | 'newcomer' | 'browser' | 'webhookPath' | 'addressSecret'> & {
  /** Private messages that a test has read. */
  read: Set<string>;
};

/** The world for a test at this place, which does not see the posts of those before it. */
export function seenFrom(
  {read, ...parts}: WorldParts,
  place: PlaceOfTest,
  before: ReadonlySet<string>,
): Omit<World, 'anew' | 'close'> {
  const {host} = parts;
  const cards = async (channelId = place.channelId): Promise<readonly HostPost[]> =>
    (await host.posts(channelId)).filter(({id, type}) => type === 'custom_zoom' && !before.has(id));
  return {
    ...parts,
    ...place,
    cards,
    async type(command, {userId = place.ana, channelId = place.channelId, ...by} = {}) {
      const response = await host.executeCommand({rootId: '', ...by, userId, channelId, command});
      const said = (await host.ephemeralPosts()).find(
        ({post, userId: reader}) =>
          reader === userId &&
          post.channel_id === channelId &&
          !read.has(post.id) &&
          (response.text === '' || post.message === response.text),
      );
      if (said === undefined) return response;
      read.add(said.post.id);
      const {message, props} = said.post;
      const attachments = (props['attachments'] ?? []) as unknown[];
      return {...response, text: message, attachments, post: said.post};
    },
    async card(channelId) {
      const [card, ...others] = await cards(channelId);
      if (card === undefined || others.length > 0) throw new Error(`${others.length + (card ? 1 : 0)} cards`);
      return card;
    },
    cardWhen: (predicate) =>
      waitForPost(host, (post) => post.type === 'custom_zoom' && !before.has(post.id) && predicate(post)),
  };
}
