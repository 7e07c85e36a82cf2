import {expect, it} from '@jest/globals';
import {addressBlock} from '../../../server/lib/address-block.js';

it.each([
  ['8.8.4.4', '8.8.4.4'],
  ['::ffff:8.8.4.4', '8.8.4.4'],
  ['2001:db8:0:7::1', '2001:db8:0:7::/64'],
  ['2001:0DB8:0000:0007:ffff::1', '2001:db8:0:7::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s belongs to %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});
