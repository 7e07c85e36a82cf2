import {createHmac} from 'node:crypto';
import {equalInConstantTime} from '../../lib/equal-in-constant-time.js';

/** fresh: act on it · stale: authentic, but only a hint (late retry, replay, wrong clock) · forged: not Zoom's */
export type Authenticity = 'fresh' | 'stale' | 'forged';

export interface SignedRequest {
  /** `x-zm-request-timestamp`, exactly as sent. */
  timestamp: string | undefined;
  /** `x-zm-signature`. */
  signature: string | undefined;
  /** The bytes that arrived, before anybody parsed them. */
  body: Buffer;
}

const TOLERANCE_SECONDS = 300;
/** Seconds as Zoom sends them today, or milliseconds. `parseInt` would take `1700000000abc`. */
const TIMESTAMP = /^(\d{10}|\d{13})$/;
const SIGNATURE = /^v0=[0-9a-f]{64}$/;

/** Zoom's signature over the raw bytes: https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header */
export function verifySignature(
  secret: string,
  {timestamp, signature, body}: SignedRequest,
  now: number,
): Authenticity {
  // An HMAC with an empty key works silently.
  if (secret === '' || timestamp === undefined || signature === undefined) return 'forged';
  if (!TIMESTAMP.test(timestamp) || !SIGNATURE.test(signature)) return 'forged';
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  if (!equalInConstantTime(signature, `v0=${expected}`)) return 'forged';
  const seconds = Math.floor(signingTime(timestamp) / 1000);
  return Math.abs(Math.floor(now / 1000) - seconds) <= TOLERANCE_SECONDS ? 'fresh' : 'stale';
}

/** Milliseconds since the epoch, of a timestamp that was verified. */
export const signingTime = (timestamp: string): number =>
  timestamp.length === 13 ? Number(timestamp) : Number(timestamp) * 1000;
