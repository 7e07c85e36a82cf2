import {describe, expect, it} from '@jest/globals';
import {clientAddress} from '../../server/hosts/client-address.js';

const asked = (peer: string, forwarded?: string): string =>
  clientAddress({
    socket: {remoteAddress: peer},
    headers: forwarded === undefined ? {} : {'x-forwarded-for': forwarded},
  } as Parameters<typeof clientAddress>[0]);

describe('the address of who asks', () => {
  it.each([
    ['is that of the connection', '8.8.4.4', undefined, '8.8.4.4'],
    ['is what a proxy on this machine was asked by', '127.0.0.1', '8.8.4.4', '8.8.4.4'],
    [
      'is the last that a proxy has written, whatever the client wrote before',
      '10.0.0.2',
      '1.1.1.1, 8.8.4.4',
      '8.8.4.4',
    ],
    ['is never what somebody from the internet says', '8.8.4.4', '1.1.1.1', '8.8.4.4'],
    ['is that of a proxy that says nonsense', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['is read without its port', '127.0.0.1', '8.8.4.4:50123', '8.8.4.4'],
    ['is read without its port in IPv6', '::1', '[2001:4860::8]:50123', '2001:4860::8'],
    ['is an IPv4 address, however it is written', '::ffff:8.8.4.4', undefined, '8.8.4.4'],
  ])('%s', (_what, peer, forwarded, address) => {
    expect(asked(peer, forwarded)).toBe(address);
  });
});
