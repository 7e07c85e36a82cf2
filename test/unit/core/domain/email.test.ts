import {describe, expect, it} from '@jest/globals';
import {readEmail} from '../../../../server/core/domain/email.js';

describe('an e-mail address', () => {
  it.each([
    ['ana@example.org', 'ana@example.org'],
    ['  Ana.Silva+zoom@Example.ORG ', 'ana.silva+zoom@example.org'],
    ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
    ['ana@intranet', 'ana@intranet'],
    ['jörg@müller.example', 'jörg@müller.example'],
    ['team/a@example.org', 'team/a@example.org'],
    ['100%#?@ex_ample.org', '100%#?@ex_ample.org'],
    ['"ana silva@home"@example.org', '"ana silva@home"@example.org'],
    ['ana@[192.0.2.1]', 'ana@[192.0.2.1]'],
    [`${'a'.repeat(100)}@example.org`, `${'a'.repeat(100)}@example.org`],
  ])('is read from %j as %j: what Mattermost takes is looked up', (stored, email) => {
    expect(readEmail(stored)).toBe(email);
  });

  it('folds ASCII letters alone: look-alikes stay different people', () => {
    expect(readEmail('\u212a@example.org')).toBe('\u212a@example.org');
    expect(readEmail('a.n.a+x@example.org')).toBe('a.n.a+x@example.org');
  });

  it.each([
    ['', 'nothing'],
    ['  ', 'blanks'],
    ['me', 'what Zoom takes for the owner of the app'],
    ['..', 'a step up in a path'],
    ['@example.org', 'nobody at a host'],
    ['ana@', 'somebody nowhere'],
  ])('is not %j (%s)', (stored) => {
    expect(readEmail(stored)).toBeUndefined();
  });
});
