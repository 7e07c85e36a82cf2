import {describe, expect, it} from '@jest/globals';
import {zoomUserMismatch} from '../../../../server/core/domain/zoom-user-match.js';

const asked = {email: 'ana@example.org', accountId: 'acc-1'};
const found = {email: 'ana@example.org', status: 'active', accountId: 'acc-1'};

describe('the user that Zoom found', () => {
  it('is the person who was asked for when all agrees', () => {
    expect(zoomUserMismatch(found, asked)).toBeUndefined();
  });

  it('may write the address in capitals', () => {
    expect(zoomUserMismatch({...found, email: ' Ana@Example.org'}, asked)).toBeUndefined();
  });

  it.each([
    [{email: 'boss@example.org'}, 'other-email'],
    [{email: 'a.na@example.org'}, 'other-email'],
    [{email: ''}, 'other-email'],
    [{status: 'inactive'}, 'not-active'],
    [{status: 'pending'}, 'not-active'],
    [{accountId: 'acc-2'}, 'other-account'],
  ] as const)('is refused with %j: %s', (difference, mismatch) => {
    expect(zoomUserMismatch({...found, ...difference}, asked)).toBe(mismatch);
  });

  it('is not refused for a field that the answer lacks', () => {
    expect(zoomUserMismatch({}, asked)).toBeUndefined();
  });

  it('may be of any account where the connection names none', () => {
    expect(zoomUserMismatch(found, {...asked, accountId: undefined})).toBeUndefined();
  });
});
