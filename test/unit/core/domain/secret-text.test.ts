import {inspect} from 'node:util';
import {describe, expect, it} from '@jest/globals';
import {SecretText} from '../../../../server/core/domain/secret-text.js';

const secret = new SecretText('canary');

describe('a secret text', () => {
  it('is given away on purpose alone', () => {
    expect(secret.reveal()).toBe('canary');
  });

  it.each([
    ['String()', String(secret)],
    ['JSON', JSON.stringify({secret})],
    ['the console', inspect({secret}, {depth: 9, showHidden: true})],
    ['a template', `${secret.toString()}`],
  ])('does not appear in %s', (_where, shown) => {
    expect(shown).toContain('[secret]');
    expect(shown).not.toContain('canary');
  });
});
