import {expect, it} from '@jest/globals';
import {missingScopes} from '../../../../server/core/domain/missing-scopes.js';
import {NEEDED_SCOPES} from '../../../../server/core/domain/zoom-connection.js';

it('An app needs each scope, and may have more', () => {
  expect(missingScopes([...NEEDED_SCOPES, 'report:read:admin'])).toEqual([]);
  expect(missingScopes(NEEDED_SCOPES.slice(1))).toEqual(['user:read:user:admin']);
  expect(missingScopes([])).toEqual(NEEDED_SCOPES);
});

it('An older app may have the classic ones instead', () => {
  expect(missingScopes(['user:read:admin', 'meeting:write:admin', 'meeting:read:admin'])).toEqual([]);
  expect(missingScopes(['user:write:admin', 'meeting:write:admin'])).toEqual([
    'meeting:read:meeting:admin',
    'meeting:read:past_meeting:admin',
  ]);
});

it('Scopes for the caller alone do not reach other people', () => {
  expect(missingScopes(['user:read:user', 'user:read'])).toContain('user:read:user:admin');
});
