import {createHmac} from 'node:crypto';

/** Long enough to tell a handful of secrets apart, too short to find one. */
const BITS = 48;

/**
 * Tells whether secrets are still the same without holding any of them. `purpose` keeps fingerprints of different uses
 * apart. Not for secrets that could be guessed.
 */
export const fingerprint = (purpose: string, secrets: readonly string[]): string =>
  createHmac('sha256', purpose)
    .update(JSON.stringify(secrets))
    .digest()
    .subarray(0, BITS / 8)
    .toString('base64url');
