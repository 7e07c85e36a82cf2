import {describe, expect, it} from '@jest/globals';
import en from '../../../webapp/messages/en.json' with {type: 'json'};
import {personLabel} from '../../../webapp/card/person-label.js';
import type {Say} from '../../../webapp/text/use-text.js';

const say: Say = (key, values) => en[key].replace('{name}', String(values?.['name']));
const label = (name: string, more: {userId?: string; isHost?: boolean} = {}): string =>
  personLabel({userId: undefined, isHost: false, name, ...more}, say);

describe('The words for somebody on a card', () => {
  it.each([
    ['a guest', label('Maria'), '\u2068Maria\u2069 (guest)'],
    ['one of us', label('Ben', {userId: 'b'}), '\u2068Ben\u2069'],
    ['the host', label('Ana', {userId: 'a', isHost: true}), '\u2068Ana\u2069 (host)'],
    ['somebody without a name', label(''), 'Somebody (guest)'],
  ])('are those of %s', (_who, words, expected) => {
    expect(words).toBe(expected);
  });

  it('U-10 let a name turn the direction of nothing but itself', () => {
    expect(label('\u2069\u202eevil\u2068')).toBe('\u2068\u202eevil\u2069 (guest)');
  });

  it('end where a name would not', () => {
    expect(label('🦊'.repeat(500))).toBe(`\u2068${'🦊'.repeat(80)}\u2069 (guest)`);
  });
});
