import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {verifySignature} from '../../server/inbound/webhooks/verify-signature.js';
import {signWebhook, ZOOM_SECRET} from '../support/sign-webhook.js';
import {runsOf} from '../support/thorough.js';

const NOW = 1_795_442_400_000;
const bodies = fc.uint8Array({maxLength: 200}).map((bytes) => Buffer.from(bytes));

function flip(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  const at = Math.floor(bit / 8) % flipped.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

describe('a signed webhook', () => {
  it('P1 is authentic', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const headers = signWebhook(body, NOW);
        const [timestamp, signature] = [headers['x-zm-request-timestamp'], headers['x-zm-signature']];
        expect(verifySignature(ZOOM_SECRET, {timestamp, signature, body}, NOW)).toBe('fresh');
      }),
    );
  });

  it('W-03 P1 is forged when any one bit of body, time or signature is flipped', () => {
    const parts = fc.constantFrom('body' as const, 'timestamp' as const, 'signature' as const);
    fc.assert(
      fc.property(bodies, parts, fc.nat(), (body, part, bit) => {
        fc.pre(part !== 'body' || body.length > 0);
        const headers = signWebhook(body, NOW);
        const request = {
          timestamp: Buffer.from(headers['x-zm-request-timestamp']),
          signature: Buffer.from(headers['x-zm-signature']),
          body,
        };
        const flipped = {...request, [part]: flip(request[part], bit)};
        const verdict = verifySignature(
          ZOOM_SECRET,
          {
            timestamp: flipped.timestamp.toString('latin1'),
            signature: flipped.signature.toString('latin1'),
            body: flipped.body,
          },
          NOW,
        );
        expect(verdict).toBe('forged');
      }),
      {numRuns: runsOf(1_000)},
    );
  });
});
