import type {World} from '../../test/support/world.js';
import {signedWebhook} from './signed-webhook.js';

/** What Zoom saw of a webhook that it sent. */
export interface Sent {
  status: number;
  milliseconds: number;
}

/** Sends webhooks through the host over TCP, each signed now. */
export async function createSendBody(
  world: Pick<World, 'host' | 'zoom' | 'webhookPath'>,
): Promise<(body: string) => Promise<Sent>> {
  const path = await world.webhookPath();
  return async (body) => {
    const request = signedWebhook(path, world.zoom.account.secretToken, body);
    const begin = performance.now();
    const {status} = await world.host.http(request);
    return {status, milliseconds: performance.now() - begin};
  };
}

export const isTaken = ({status}: Sent): boolean => status >= 200 && status < 300;
