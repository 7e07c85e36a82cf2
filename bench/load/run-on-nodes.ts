import {cardState} from '../../test/support/world.js';
import {requestPlugin} from '../../test/support/request-plugin.js';
import {inParallel} from './in-parallel.js';
import type {Nodes} from './open-nodes.js';
import {seedPlaces} from './seed-places.js';
import {signedWebhook} from './signed-webhook.js';
import {webhookLoad} from './webhook-load.js';

const MEETINGS = 2_500;
const PARALLEL = 32;

/** The result. */
export interface NodesRun {
  readonly sent: number;
  /** Meetings whose card does not say at the end that they ended. */
  readonly lost: number;
  /** Channels with more than one card. */
  readonly twice: number;
  readonly seconds: number;
  readonly answerMs: readonly number[];
}

/**
 * Starts meetings, then sends their webhooks to all nodes in turn. Half-way through, one node is killed and Zoom sends
 * again.
 */
export async function runOnNodes(nodes: Nodes): Promise<NodesRun> {
  const first = nodes.zoom.meetings.length;
  const places = await seedPlaces(nodes, MEETINGS, 'load');
  await inParallel(places, PARALLEL, (place) => nodes.type('/zoom start', place));
  const meetings = nodes.zoom.meetings.slice(first);
  const bodies = webhookLoad(meetings);
  const path = await nodes.webhookPath();
  let alive = nodes.urls;
  let sent = 0;
  const begin = performance.now();
  const answerMs = await inParallel(bodies, PARALLEL, async (body) => {
    sent += 1;
    if (sent === Math.floor(bodies.length / 2) && nodes.others.length > 0) {
      alive = nodes.urls.slice(0, 1);
      await nodes.others[0]?.kill();
    }
    const request = signedWebhook(path, nodes.zoom.account.secretToken, body);
    const sentAt = performance.now();
    const target = alive[sent % alive.length] ?? '';
    const send = (url: string): Promise<number> =>
      requestPlugin(`${url}/plugins/zoom`, request, () => ({})).then(
        ({status}) => status,
        () => 0,
      );
    // As Zoom does when it is not answered with 2xx.
    for (let status = await send(target); status < 200 || status > 299;) status = await send(alive[0] ?? '');
    return performance.now() - sentAt;
  });
  const seconds = (performance.now() - begin) / 1000;
  const channels = new Set(places.map(({channelId}) => channelId));
  const cards = (await nodes.host.posts()).filter(
    ({type, channel_id}) => type === 'custom_zoom' && channels.has(channel_id),
  );
  const ended = new Set(
    cards.filter((post) => cardState(post) === 'ended').map(({channel_id}) => channel_id),
  );
  return {
    sent: bodies.length,
    lost: MEETINGS - ended.size,
    twice: cards.length - new Set(cards.map(({channel_id}) => channel_id)).size,
    seconds,
    answerMs,
  };
}
