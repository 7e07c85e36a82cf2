import {describe, expect, it} from '@jest/globals';
import {ZOOM_HOSTS} from '../../../../contract/link-rules.js';
import {readNamed} from '../../../../server/inbound/commands/read-named.js';

const read = (typed: string) => readNamed(typed, ZOOM_HOSTS);

describe('what is typed behind a command about one meeting', () => {
  it.each([
    ['85512345678', '85512345678'],
    ['855 1234 5678', '85512345678'],
    ['123-456-789', '123456789'],
    ['855\u00a01234\u00a05678', '85512345678'],
    ['', ''],
  ])('names it as %p', (typed, number) => {
    expect(read(typed)).toEqual({number, link: undefined, names: []});
  });

  it.each([
    'planning',
    '1234',
    '855123456789',
    '12345678901234567890',
    'https://evil.example/j/85512345678',
    '0x855',
  ])('names none as %p', (typed) => {
    expect(read(typed)).toEqual({number: undefined, link: undefined, names: []});
  });

  it('may be a link, of which nothing stays but what leads into the meeting', () => {
    expect(read('https://us02web.zoom.us/j/85512345678?pwd=x&zak=y')).toEqual({
      number: '85512345678',
      link: 'https://us02web.zoom.us/j/85512345678?pwd=x',
      names: [],
    });
    expect(read('<https://zoom.us/w/85512345678>')).toMatchObject({number: '85512345678'});
  });

  it('may be a link to somebody’s own room, which has no number', () => {
    expect(read('https://zoom.us/my/ana')).toMatchObject({number: undefined, link: 'https://zoom.us/my/ana'});
  });

  it('names people before and behind it, each with an @', () => {
    expect(read('@Ben 855 1234 5678 @cleo.m')).toMatchObject({
      number: '85512345678',
      names: ['Ben', 'cleo.m'],
    });
    expect(read('@ben')).toMatchObject({number: '', names: ['ben']});
    expect(read('ana@example.org').names).toEqual([]);
  });
});
