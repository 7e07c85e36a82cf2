import {createDecipheriv} from 'node:crypto';

const BLOCK = 16;
/** The official plugin takes the characters of its key as they are, and AES has keys of these lengths. */
const CIPHERS: Readonly<Record<number, string>> = {16: 'aes-128-cfb', 24: 'aes-192-cfb', 32: 'aes-256-cfb'};

/** Zoom's tokens are words of printable characters; what another key decrypts to is not. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * A token as the official plugin encrypts it: AES-CFB128 of the text, padded to whole blocks, as base64url of the
 * initialisation vector and the ciphertext. It has no authentication, so that only its look tells whether the key fits.
 * `undefined`: it does not, or this was never a token.
 */
export function decryptOfficial(encrypted: string, key: string): string | undefined {
  const cipher = CIPHERS[Buffer.byteLength(key)];
  const bytes = Buffer.from(encrypted, 'base64url');
  if (cipher === undefined || bytes.length < 2 * BLOCK || bytes.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv(cipher, key, bytes.subarray(0, BLOCK));
  const padded = Buffer.concat([decipher.update(bytes.subarray(BLOCK)), decipher.final()]);
  const text = withoutPadding(padded)?.toString('latin1');
  return text !== undefined && TOKEN.test(text) ? text : undefined;
}

/** As in https://www.rfc-editor.org/rfc/rfc5652#section-6.3 */
function withoutPadding(padded: Buffer): Buffer | undefined {
  const length = padded.at(-1) ?? 0;
  const padding = padded.subarray(padded.length - length);
  const isSound = length >= 1 && length <= BLOCK && padding.every((byte) => byte === length);
  return isSound ? padded.subarray(0, padded.length - length) : undefined;
}
