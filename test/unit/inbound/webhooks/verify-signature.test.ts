import {createHmac} from 'node:crypto';
import {describe, expect, it} from '@jest/globals';
import {verifySignature} from '../../../../server/inbound/webhooks/verify-signature.js';
import {signWebhook, ZOOM_SECRET} from '../../../support/sign-webhook.js';

const NOW = 1_795_442_400_000;
const BODY =
  '{"event":"meeting.ended","event_ts":1795442400000,"payload":{"account_id":"acc-1","object":{"id":"85512345678",' +
  '"uuid":"4444AAAiAAAAAiAiAiiAii==","host_id":"zoom-ana","topic":"Café \\u00e9\\/","duration":60}}}';

/** Made by `printf '%s' "v0:$timestamp:$body" | openssl dgst -sha256 -hmac zoomwebhooksecret`. */
const GOLDEN: [string, string | Buffer, string][] = [
  ['1795442400', BODY, '40ef749ebc46cbdb72d87237e17b0287bb930f3a11c45928246aa0aa1fb9a830'],
  ['1795442400000', BODY, '525a6591d6772a51c07b98641cd686be5eaa106beacc0fa9a859cd21ca5953d5'],
  ['1795442400', '', '0d9a0bbbebdb8ee82603785a5cbce991b9959ab3e3072b56014c989578262421'],
  [
    '1795442400',
    Buffer.of(0xff, 0x00, 0xfe),
    'c99b8f4585bad74fffb78b7f9de076e9239659a20100e3397344b2dfc650ceab',
  ],
];

const signed = (body: string, at = NOW) => {
  const headers = signWebhook(body, at);
  return {
    timestamp: headers['x-zm-request-timestamp'],
    signature: headers['x-zm-signature'],
    body: Buffer.from(body),
  };
};
const verify = (request: Partial<ReturnType<typeof signed>>, now = NOW) =>
  verifySignature(
    ZOOM_SECRET,
    {timestamp: undefined, signature: undefined, body: Buffer.from(BODY), ...request},
    now,
  );

describe("Zoom's signature", () => {
  it.each(GOLDEN)('at %s over these bytes is what openssl computes', (timestamp, body, hmac) => {
    expect(verify({timestamp, signature: `v0=${hmac}`, body: Buffer.from(body)})).toBe('fresh');
  });

  it('holds for the bytes that arrived, whatever JSON would make of them', () => {
    for (const body of ['{"a":1.0}', '{"a":1, "a":2}', '{"n":12345678901234567890}', '{"u":"\\u00e9\\/"}']) {
      expect(verify(signed(body))).toBe('fresh');
    }
  });

  it('W-10 does not hold for a pretty-printed copy', () => {
    const pretty = Buffer.from(JSON.stringify(JSON.parse(BODY), undefined, 2));
    expect(verify({...signed(BODY), body: pretty})).toBe('forged');
  });

  it('of another secret is forged', () => {
    const request = signed(BODY);
    expect(verifySignature('another secret', request, NOW)).toBe('forged');
    expect(verifySignature(`${ZOOM_SECRET} `, request, NOW)).toBe('forged');
  });

  it('with an empty secret is forged: such an HMAC works silently', () => {
    const headers = signWebhook(BODY, NOW, '');
    const request = {timestamp: headers['x-zm-request-timestamp'], signature: headers['x-zm-signature']};
    expect(verifySignature('', {...request, body: Buffer.from(BODY)}, NOW)).toBe('forged');
  });
});

describe('W-04 a webhook', () => {
  const {timestamp, signature} = signed(BODY);
  it.each([
    ['without a signature', {timestamp}],
    ['without a time', {signature}],
    ['without both', {}],
    ['with the signature twice', {timestamp, signature: `${signature}, ${signature}`}],
    ['with the time twice', {timestamp: `${timestamp}, ${timestamp}`, signature}],
    ['with a signature in capitals', {timestamp, signature: signature.toUpperCase()}],
    [
      'with a signature of hexadecimal capitals',
      {timestamp, signature: `v0=${signature.slice(3).toUpperCase()}`},
    ],
    ['with a signature of another version', {timestamp, signature: signature.replace('v0', 'v1')}],
    ['with half a signature', {timestamp, signature: signature.slice(0, 35)}],
    ['with an empty signature', {timestamp, signature: ''}],
    ['with a longer signature', {timestamp, signature: `${signature}00`}],
    ['with a line end behind the signature', {timestamp, signature: `${signature}\n`}],
  ])('%s is forged', (_how, headers) => {
    expect(verify(headers)).toBe('forged');
  });
});

describe('W-06 a time', () => {
  it.each([
    '',
    'abc',
    '1e9',
    '1700000000abc',
    '-1',
    '-170000000',
    '12345678901234567890',
    '١٧٩٥٤٤٢٤٠٠',
    ' 1795442400',
    '1795442400.5',
    '0x6b041c20',
  ])('of %j is forged, even when it is signed', (timestamp) => {
    const hmac = createHmac('sha256', ZOOM_SECRET).update(`v0:${timestamp}:${BODY}`).digest('hex');
    expect(verify({timestamp, signature: `v0=${hmac}`})).toBe('forged');
  });
});

describe('W-07 a signed webhook', () => {
  it.each([
    [-301, 'stale'],
    [-300, 'fresh'],
    [0, 'fresh'],
    [300, 'fresh'],
    [301, 'stale'],
    [-7_200, 'stale'],
    [86_400, 'stale'],
  ])('made %i s from now is %s', (seconds, authenticity) => {
    expect(verify(signed(BODY, NOW + seconds * 1000))).toBe(authenticity);
  });

  it('W-03 is forged and not stale when its time was changed', () => {
    const {signature} = signed(BODY, NOW - 3_600_000);
    expect(verify({timestamp: String(NOW / 1000), signature})).toBe('forged');
  });
});
