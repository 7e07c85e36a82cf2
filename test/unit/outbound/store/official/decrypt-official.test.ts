import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {decryptOfficial} from '../../../../../server/outbound/store/official/decrypt-official.js';

const KEY = '4Su-mLR7N6VwC6aXjYhQoT0shtS9fKz+';
/** By the official plugin's own code. */
const HELLO = 'AQEBAQEBAQEBAQEBAQEBAfySmh1vBTCwq0xKpd4y8Bc=';

describe('A token that the official plugin encrypted', () => {
  it('is decrypted with its key', () => {
    expect(decryptOfficial(HELLO, KEY)).toBe('hello-token');
  });

  it.each([
    ['another key', HELLO, KEY.toLowerCase()],
    ['a key of 5 characters', HELLO, 'short'],
    ['a key of 40 characters', HELLO, `${KEY}12345678`],
    ['nothing at all', '', KEY],
    ['the vector alone', Buffer.alloc(16, 1).toString('base64url'), KEY],
    ['half a block', HELLO.slice(0, -8), KEY],
    ['something that is not base64', '%%%', KEY],
  ])('is none with %s', (_case, encrypted, key) => {
    expect(decryptOfficial(encrypted, key)).toBeUndefined();
  });

  it('is a word or none, whatever the bytes and the key', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 96}), fc.string({minLength: 16, maxLength: 32}), (bytes, key) => {
        const found = decryptOfficial(Buffer.from(bytes).toString('base64url'), key);
        expect(found ?? 'none').toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });
});
