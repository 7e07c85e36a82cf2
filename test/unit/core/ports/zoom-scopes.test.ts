import {expect, it} from '@jest/globals';
import {missingScopes, neededScopes, scopeOf} from '../../../../server/core/ports/zoom/scopes.js';

it('What the product calls needs these scopes of an app for the account', () => {
  expect(neededScopes('account')).toEqual([
    'user:read:user:admin',
    'meeting:write:meeting:admin',
    'meeting:read:meeting:admin',
    'meeting:read:past_meeting:admin',
  ]);
  expect(neededScopes('none')).toEqual([]);
});

it('What a feature alone needs is not needed: the product goes without it', () => {
  expect(neededScopes('account')).not.toContain('meeting:read:list_past_participants:admin');
});

it('An app needs each scope, and may have more', () => {
  const needed = neededScopes('account');
  expect(missingScopes('account', [...needed, 'report:read:admin'])).toEqual([]);
  expect(missingScopes('account', needed.slice(1))).toEqual(['user:read:user:admin']);
  expect(missingScopes('account', [])).toEqual(needed);
});

it('An older app may have the classic ones instead', () => {
  const classic = ['user:read:admin', 'meeting:write:admin', 'meeting:read:admin'];
  expect(missingScopes('account', classic)).toEqual([]);
  expect(missingScopes('account', ['user:write:admin', 'meeting:write:admin'])).toEqual([
    'meeting:read:meeting:admin',
    'meeting:read:past_meeting:admin',
  ]);
});

it('Scopes for the caller alone do not reach other people', () => {
  expect(missingScopes('account', ['user:read:user', 'user:read'])).toContain('user:read:user:admin');
});

it('What an administrator may do without is not needed, and is named where it is missing', () => {
  expect(neededScopes('own')).not.toContain('meeting:update:status');
  expect(scopeOf('own', 'endMeeting')).toBe('meeting:update:status');
  expect(scopeOf('account', 'deleteMeeting')).toBe('meeting:delete:meeting:admin');
});
