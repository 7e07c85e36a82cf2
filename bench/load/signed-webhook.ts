import {signWebhook} from '../../sandbox/zoom/webhooks/sign-webhook.js';
import type {HttpRequest} from '../../test/support/plugin-host.js';

/** The request that Zoom sends for this body, signed now. */
export function signedWebhook(path: string, secretToken: string, body: string): HttpRequest {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    method: 'POST',
    path,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'x-zm-request-timestamp': timestamp,
      'x-zm-signature': signWebhook(secretToken, timestamp, body),
    },
    body,
  };
}
