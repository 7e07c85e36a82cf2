import {createHmac} from 'node:crypto';

/** https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header; `timestamp` in seconds, as sent. */
export const signWebhook = (secretToken: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secretToken).update(`v0:${timestamp}:${body}`).digest('hex')}`;

/** What a plain token of the challenge must be answered with. */
export const encryptToken = (secretToken: string, plainToken: string): string =>
  createHmac('sha256', secretToken).update(plainToken).digest('hex');
