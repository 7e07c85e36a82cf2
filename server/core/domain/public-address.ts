import {BlockList, isIP} from 'node:net';

/**
 * Addresses that a name on the internet never resolves to: https://www.iana.org/assignments/iana-ipv4-special-registry/
 */
const SPECIAL_IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** In IPv6 only this block is the internet: it leaves out loopback, local and mapped (`::ffff:0:0`) ones. */
const GLOBAL_IPV6 = ['2000::', 3] as const;

/** Parts of it that carry an IPv4 address inside, or lead nowhere. */
const SPECIAL_IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/**
 * What a resolver for networks without IPv4 (DNS64) makes of an IPv4 address, which is in the last four bytes:
 * https://www.rfc-editor.org/rfc/rfc6052#section-2.1. Its gateway connects to that address.
 */
const TRANSLATED = ['64:ff9b::', 96] as const;

const translated = new BlockList();
translated.addSubnet(...TRANSLATED, 'ipv6');

const special = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IPV6) special.addSubnet(network, prefix, 'ipv6');

const globalIpv6 = new BlockList();
globalIpv6.addSubnet(...GLOBAL_IPV6, 'ipv6');

/** Judged by its bytes, so that it does not matter how an address is written. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      if (translated.check(address, 'ipv6')) return isPublicAddress(lastFourBytes(address));
      return globalIpv6.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}

/** As an IPv4 address. The parser of addresses writes them as two groups, `…:a00:1`, or none where they are 0. */
function lastFourBytes(address: string): string {
  const {hostname} = new URL(`http://[${address}]`);
  const [low = '', high = ''] = hostname.slice(1, -1).split(':').reverse();
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16BE(Number.parseInt(high, 16) || 0, 0);
  bytes.writeUInt16BE(Number.parseInt(low, 16) || 0, 2);
  return bytes.join('.');
}
