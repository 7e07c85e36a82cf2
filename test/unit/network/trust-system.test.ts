import {expect, it} from '@jest/globals';
import {addSystemCertificates} from '../../../server/network/trust-system.js';

/** What Node would have after certificates of the system were added; `undefined`: nothing was set. */
function trustedAfter(known: readonly string[], system: readonly string[]): readonly string[] | undefined {
  let trusted: readonly string[] | undefined;
  addSystemCertificates({
    getCACertificates: (of) => (of === 'default' ? known : system),
    setDefaultCACertificates: (certificates) => (trusted = certificates),
  });
  return trusted;
}

it("the authorities of the system's store are added to those that are trusted already", () => {
  expect(trustedAfter(['node', 'extra'], ['company'])).toEqual(['node', 'extra', 'company']);
});

it('each is trusted once, however often and however broken into lines the system holds it', () => {
  expect(trustedAfter(['a\nb\n'], ['a\r\nb', 'c\nd', 'cd\n', 'c d'])).toHaveLength(2);
});

it('nothing is set where the system knows no others', () => {
  expect(trustedAfter(['a', 'b'], ['b', 'a'])).toBeUndefined();
});
