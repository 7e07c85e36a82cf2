import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createTransport} from '../../../../server/outbound/zoom/transport.js';
import {createPinnedLookup} from '../../../../server/outbound/zoom/transport/pinned-lookup.js';
import {isPublicAddress} from '../../../../server/core/domain/public-address.js';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {answerJson, startFaultServer} from '../../../support/fault-server.js';
import {noHurry} from './zoom-under-test.js';
import {noProxy} from '../../../support/no-proxy.js';

const request = {
  log: {endpoint: 'findUser'},
  method: 'GET',
  to: 'api',
  bearer: new SecretText('token-1'),
  path: '/users/x',
} as const;

const transportTo = (apiUrl: string, resolve: (host: string) => Promise<string[]>, allowInsecure = false) =>
  createTransport({webUrl: apiUrl, apiUrl, allowInsecure}, {resolve, findProxy: noProxy});

describe('An address', () => {
  it.each([
    '1.1.1.1',
    '170.114.52.2',
    '2606:4700::1111',
    '2a00:1450:4001::5',
    // What a resolver for networks without IPv4 answers.
    '64:ff9b::aa72:3402',
    '64:ff9b::170.114.52.2',
    '0064:FF9B:0:0:0:0:0101:0000',
  ])('%s is on the internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.1.2.3',
    '64:ff9b::a00:0',
    '64:ff9b::',
    '64:ff9b::1',
    '64:ff9b::1:0:7f00:1',
    '64:ff9b:1::1',
    'fc00::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    '2001:0:102:304::1',
    '2002:7f00:1::',
    'zoom.us',
    '127.1',
    '',
  ])('%j is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is judged by its bytes, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = (high: number, low: number): string => (high * 256 + low).toString(16);
        expect(isPublicAddress(`::ffff:${hex(a, b)}:${hex(c, d)}`)).toBe(false);
        expect(isPublicAddress(`2002:${hex(a, b)}:${hex(c, d)}::1`)).toBe(false);
        const isPublic = isPublicAddress(address);
        expect(isPublicAddress(`64:ff9b::${hex(a, b)}:${hex(c, d)}`)).toBe(isPublic);
        if ([0, 10, 127].includes(a) || a >= 224) expect(isPublic).toBe(false);
      }),
    );
  });
});

describe('A host that resolves to a public address first and to a private one then (C-06)', () => {
  it('is connected to at the address that was judged, and refused the next time', async () => {
    const answers = [['1.1.1.1', '2606:4700::1111'], ['127.0.0.1']];
    const asked: string[] = [];
    const lookup = createPinnedLookup(async (host) => {
      asked.push(host);
      return answers.shift() ?? [];
    });
    const ask = () =>
      new Promise((resolve) => lookup('zoom.us', {}, (error, addresses) => resolve(error ?? addresses)));
    expect(await ask()).toEqual(['1.1.1.1', '2606:4700::1111']);
    expect(await ask()).toMatchObject({code: 'BLOCKED_ADDRESS'});
    expect(asked).toEqual(['zoom.us', 'zoom.us']);
  });

  it('gets no request: not a byte reaches the private address', async () => {
    let connections = 0;
    const inside = createServer().on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
    const {port} = inside.address() as AddressInfo;
    const send = transportTo(`https://rebound.example:${port}/v2`, async () => ['1.1.1.1', '127.0.0.1']);
    expect(await send(request, noHurry())).toEqual({
      kind: 'not-answered',
      reason: 'blocked-address',
      code: 'BLOCKED_ADDRESS',
    });
    expect(connections).toBe(0);
    inside.close();
  });
});

describe('An API address', () => {
  it.each([
    'https://127.0.0.1/v2',
    'https://0x7f.1/v2',
    'https://2130706433/v2',
    'https://[::1]/v2',
    'https://[::ffff:127.0.0.1]/v2',
    'https://1.1.1.1/v2',
    'http://api.zoom.us/v2',
  ])('%s is not called, and not even resolved', async (apiUrl) => {
    const send = transportTo(apiUrl, () => Promise.reject(new Error('must not be asked')));
    expect(await send(request, noHurry())).toMatchObject({reason: 'blocked-address'});
  });

  it('that has no address is unreachable', async () => {
    const unknown = Object.assign(new Error('getaddrinfo'), {code: 'ENOTFOUND'});
    const send = transportTo('https://nowhere.example/v2', () => Promise.reject(unknown));
    expect(await send(request, noHurry())).toMatchObject({reason: 'unreachable', code: 'ENOTFOUND'});
  });

  it('on this machine may be called where the administrator allows it', async () => {
    const server = await startFaultServer(answerJson(200, {ok: true}));
    const send = transportTo(`${server.url}/v2/`, () => Promise.reject(new Error('must not be asked')), true);
    expect(await send(request, noHurry())).toMatchObject({status: 200, content: {value: {ok: true}}});
    expect(server.requests).toEqual(['GET /v2/users/x']);
    await server.close();
  });
});
