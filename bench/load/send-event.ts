import type {SimulatedMeeting} from '../../sandbox/zoom/state/records.js';
import {meetingEvent, type World} from '../../test/support/world.js';
import {signedWebhook} from './signed-webhook.js';

/** Sends one webhook through the host over TCP. @returns milliseconds until its answer, which has to be 204 */
export async function sendEvent(
  product: Pick<World, 'host' | 'zoom' | 'webhookPath'>,
  name: 'meeting.started' | 'meeting.ended',
  meeting: SimulatedMeeting,
): Promise<number> {
  const request = signedWebhook(
    await product.webhookPath(),
    product.zoom.account.secretToken,
    meetingEvent(name, meeting),
  );
  const begin = performance.now();
  const {status} = await product.host.http(request);
  const milliseconds = performance.now() - begin;
  if (status !== 204) throw new Error(`${name} was answered ${status}`);
  return milliseconds;
}
