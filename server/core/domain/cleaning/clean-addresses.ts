import {isIP} from 'node:net';
import {TAKEN_OUT} from './clean-text.js';

const WORD = /([\s"'`<>(){}[\],;?&=|\\]+)/;
const AT = /.(@|＠|%(?:25)*40)./iu;
/** What may stand around the address of a device: `10.0.0.7:443`, `fe80::1%eth0.`. */
const DEVICE = /[\da-f.:]{3,}/gi;

/**
 * A text without e-mail addresses and addresses of devices. A word is an address where something stands on both sides
 * of an @. It takes time in proportion to the text's length.
 */
export const withoutAddressesInText = (text: string): string =>
  text
    .split(WORD)
    .map((word) => (AT.test(word) ? TAKEN_OUT : word.replace(DEVICE, withoutDevice)))
    .join('');

function withoutDevice(found: string): string {
  const bare = found.replace(/[.:]+$/, '');
  const [withoutPort = ''] = /^\d+(\.\d+){3}/.exec(bare) ?? [];
  return isIP(bare) !== 0 || isIP(withoutPort) !== 0 ? TAKEN_OUT : found;
}
