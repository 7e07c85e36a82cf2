import {describe, expect, it} from '@jest/globals';
import {deriveKey} from '../../../server/lib/derive-key.js';
import {equalInConstantTime} from '../../../server/lib/equal-in-constant-time.js';

describe('a derived key', () => {
  /** `openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:encryption-key -kdfopt info:action-hmac/v1 HKDF` */
  it('is HKDF-SHA256, as openssl computes it', () => {
    expect(deriveKey('encryption-key', 'action-hmac/v1').toString('hex')).toBe(
      '0032e3869f316a9221762b6a56681abeb8b3f796637297efe130765f81eb1775',
    );
  });

  it('is another one for another purpose and for another secret', () => {
    const keys = [
      deriveKey('encryption-key', 'action-hmac/v1'),
      deriveKey('encryption-key', 'action-hmac/v2'),
      deriveKey('encryption-kex', 'action-hmac/v1'),
    ];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(3);
  });
});

describe('a comparison in constant time', () => {
  it.each([
    ['secret', 'secret', true],
    ['', '', true],
    ['secret', 'secreT', false],
    ['secret', 'secret ', false],
    ['secret', '', false],
    ['é', 'e\u0301', false],
  ])('of %j and %j is %s', (a, b, equal) => {
    expect(equalInConstantTime(a, b)).toBe(equal);
  });
});
