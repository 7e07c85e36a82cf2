import {describe, expect, it} from '@jest/globals';
import {starterRefusal} from '../../../../server/core/domain/who-may-start.js';
import {createPerson} from '../../../support/people.js';

describe('who may start a meeting', () => {
  describe.each(['ldap', 'saml', 'openid', 'google', 'office365'])('by %s sign-in', (authService) => {
    it.each([true, false])('may: the service owns the address (marked as verified: %s)', (emailVerified) => {
      const person = createPerson('ana', {authService, emailVerified});
      expect(starterRefusal(person, false)).toBeUndefined();
    });
  });

  it.each([
    // sign-in, verified, admin trusts, refusal
    ['', true, false, undefined],
    ['', false, false, 'email-unconfirmed'],
    ['', false, true, undefined],
    ['gitlab', true, false, 'email-unconfirmed'],
    ['gitlab', true, true, undefined],
    ['a-later-service', true, false, 'email-unconfirmed'],
  ] as const)(
    'S-08 with auth service %j, verified %s and unconfirmed addresses trusted %s: %s',
    (authService, emailVerified, trusted, refusal) => {
      expect(starterRefusal(createPerson('ana', {authService, emailVerified}), trusted)).toBe(refusal);
    },
  );

  it.each([
    [{isGuest: true}, 'guest'],
    [{isBot: true}, 'bot'],
    [{isDeactivated: true}, 'deactivated'],
    [{isRemote: true}, 'remote'],
    [{isRemote: true, isGuest: true}, 'remote'],
    [{isBot: true, isDeactivated: true}, 'bot'],
    [{email: ''}, 'email-missing'],
    [{email: 'ana'}, 'email-missing'],
    [{email: '', isGuest: true}, 'guest'],
  ] as const)('S-07 refuses %j as %s, whatever the administrator trusts', (changes, refusal) => {
    expect(starterRefusal(createPerson('ana', changes), false)).toBe(refusal);
    expect(starterRefusal(createPerson('ana', {...changes, authService: 'ldap'}), true)).toBe(refusal);
  });
});
