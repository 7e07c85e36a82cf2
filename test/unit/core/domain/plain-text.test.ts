import {describe, expect, it} from '@jest/globals';
import {shorten, singleLine} from '../../../../server/core/domain/plain-text.js';

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

describe('a shortened text', () => {
  it('is itself when it fits', () => {
    expect(shorten('four', 4)).toBe('four');
  });

  it('ends in an ellipsis within the limit, without a blank before it', () => {
    expect(shorten('one two', 5)).toBe('one…');
  });
});
