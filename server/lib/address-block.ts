import {isIPv6} from 'node:net';

/**
 * What belongs to one customer of the internet, as a key for limits: an IPv4 address, or the 64 bits of an IPv6
 * network, in which one machine has more addresses than can be counted.
 */
export function addressBlock(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail)];
  const between = plain.includes('::')
    ? Array.from({length: 8 - before.length - after.length}, () => '0')
    : [];
  const network = [...before, ...between, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
