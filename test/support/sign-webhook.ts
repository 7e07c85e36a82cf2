import {createHmac} from 'node:crypto';

export const ZOOM_SECRET = 'zoomwebhooksecret';

/** The headers by which Zoom proves a webhook; `at`: milliseconds since the epoch. */
export function signWebhook(
  body: string | Uint8Array,
  at: number,
  secret = ZOOM_SECRET,
): {'x-zm-request-timestamp': string; 'x-zm-signature': string} {
  const timestamp = String(Math.floor(at / 1000));
  const hmac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return {'x-zm-request-timestamp': timestamp, 'x-zm-signature': `v0=${hmac}`};
}
