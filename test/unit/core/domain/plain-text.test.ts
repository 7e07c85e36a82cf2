import {describe, expect, it} from '@jest/globals';
import {defuse, literal, shorten, singleLine} from '../../../../server/core/domain/plain-text.js';

describe('a single line', () => {
  it('turns every white space into one blank', () => {
    expect(singleLine(' a\r\n\tb\u00a0\u2003c\u2029d ')).toBe('a b c d');
  });

  it('has no control, zero-width or direction characters, and no gap where they were', () => {
    expect(singleLine('a\u0000\u001b\u0007b\u200b\u2066\u202e\ufffec')).toBe('ab\ufffec');
    expect(singleLine('a \u200b b')).toBe('a b');
  });

  it('replaces lone surrogates', () => {
    expect(singleLine('a\ud800b')).toBe('a\ufffdb');
  });

  it('keeps joiners inside a text, and is empty when there is nothing else', () => {
    expect(singleLine('❤️‍🔥')).toBe('❤️‍🔥');
    expect(singleLine('\u200d \ufe0f')).toBe('');
  });
});

describe('a defused text', () => {
  it.each(['@channel', '@here', '@ana', 'mail@example.org', ':tada:', '~town-square', '#tag'])(
    'shows %s as it is, and Mattermost sees no sign in front of a word',
    (text) => {
      expect(defuse(text).replaceAll('\u200b', '')).toBe(text);
      expect(defuse(text)).not.toMatch(/[@:~#][^\u200b]/);
    },
  );

  it.each(['www.evil.example', 'www.évil.example', 'https://evil.example', 'evil.example'])(
    'makes no link of %s',
    (text) => {
      expect(defuse(text)).not.toMatch(/\.[^\u200b]|:\/\//);
    },
  );

  it('leaves the end of a sentence alone', () => {
    expect(defuse('Plan. Do.')).toBe('Plan. Do.');
  });
});

describe('a literal text', () => {
  it('keeps the signs of Markdown as signs', () => {
    expect(literal('*a* _b_ `c` <d> e|f \\')).toBe('\\*a\\* \\_b\\_ \\`c\\` \\<d\\> e\\|f \\\\');
  });

  it('is no link', () => {
    expect(literal('[x](http://evil.example)')).toBe('\\[x\\](http:\u200b//evil.\u200bexample)');
  });
});

describe('a shortened text', () => {
  it('is itself when it fits', () => {
    expect(shorten('four', 4)).toBe('four');
  });

  it('ends in an ellipsis within the limit, without a blank before it', () => {
    expect(shorten('one two', 5)).toBe('one…');
  });
});
