import {describe, expect, it} from '@jest/globals';
import {readEmail} from '../../../../server/core/domain/email.js';

describe('an e-mail address', () => {
  it.each([
    ['ana@example.org', 'ana@example.org'],
    ['  Ana.Silva+zoom@Example.ORG ', 'ana.silva+zoom@example.org'],
    ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
  ])('is read from %j as %j', (stored, email) => {
    expect(readEmail(stored)).toBe(email);
  });

  it('folds ASCII letters alone: look-alikes stay different people', () => {
    expect(readEmail('\u212a@example.org')).toBe('\u212a@example.org');
    expect(readEmail('a.n.a+x@example.org')).toBe('a.n.a+x@example.org');
  });

  it.each([
    ['', 'nothing'],
    ['me', 'what Zoom takes for the owner of the app'],
    ['..', 'a step up in a path'],
    ['../users@example.org', 'a path'],
    ['ana@example', 'a host without a domain'],
    ['ana@@example.org', 'two signs'],
    ['ana@example.org/meetings', 'a path behind it'],
    ['ana?x=1@example.org', 'a query'],
    ['ana%2f@example.org', 'an escape'],
    ['ana silva@example.org', 'a blank'],
    ['ana@exam_ple.org', 'an underscore in the host'],
    [`${'a'.repeat(65)}@example.org`, 'a name that is too long'],
  ])('is not %j (%s)', (stored) => {
    expect(readEmail(stored)).toBeUndefined();
  });
});
