import {describe, expect, it} from '@jest/globals';
import {readLocalWords} from '../../../../server/core/domain/local-words.js';

describe('what is written for a card here', () => {
  it('is nothing where nobody wrote anything', () => {
    expect(readLocalWords({})).toBeUndefined();
    expect(readLocalWords({title: ' \u200b ', description: '\n \n'})).toBeUndefined();
  });

  it('keeps lines and paragraphs, and nothing that cannot be seen', () => {
    expect(
      readLocalWords({title: ' “Review” ', description: 'One\u202e\r\ntwo\n\n\n\nthree\u0007\n'}),
    ).toEqual({
      title: 'Review',
      description: 'One\ntwo\n\nthree',
    });
  });

  it('is of a length that a channel bears', () => {
    const {title, description} =
      readLocalWords({title: 't'.repeat(300), description: 'line\n'.repeat(900)}) ?? {};
    expect(title).toHaveLength(200);
    expect(description?.split('\n')).toHaveLength(20);
    expect(readLocalWords({description: 'd'.repeat(5000)})?.description).toHaveLength(1000);
  });
});
