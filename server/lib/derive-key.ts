import {hkdfSync} from 'node:crypto';

/** HKDF-SHA256 of a setting: `purpose` keeps the keys of different uses apart, for example `action-hmac/v1`. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
