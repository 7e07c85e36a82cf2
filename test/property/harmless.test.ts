import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {harmless} from '../../server/core/domain/harmless.js';
import {singleLine} from '../../server/core/domain/plain-text.js';
import {hostileText} from '../support/hostile-text.js';
import {linksOf, readAsMattermost} from '../support/read-as-mattermost.js';
import {runsOf} from '../support/thorough.js';

const RUNS = {numRuns: runsOf(5_000)};

describe('the model of Mattermost', () => {
  it.each([
    '@channel',
    'x.@here',
    '#tag',
    '.#tag',
    '~town',
    'ana@example.org',
    'www.evil.example',
    'https://evil.example',
    'mailto:ana',
    'a.org/x',
    ':tada:',
    ':)',
    'x-d',
    '<3',
    ':@',
    '*a*',
    '_a_',
    '__a__',
    '~~a~~',
    '`a`',
    '$x$',
    '# a',
    '> a',
    '- a',
    '1. a',
    '---',
    '[x]: y',
    '[x](y)',
    '<ana@b>',
    '<www.b>',
    '<b>',
    '<!channel>',
    '<a|b>',
    '*a\\*',
  ])('finds something in %j', (line) => {
    expect(readAsMattermost(line).found).not.toEqual([]);
  });

  it.each([
    ['\\*a\\* \\\\', '*a* \\'],
    ['&lt;b&#36; &amp;', '<b$ &'],
    ['a_b 2 * 3 $5 user@home', 'a_b 2 * 3 $5 user@home'],
  ])('sees %j as %j, and nothing in it', (line, visible) => {
    expect(readAsMattermost(line)).toEqual({visible, found: []});
  });
});

describe('a harmless text, whatever it was', () => {
  it('U-09 is nothing but text for Mattermost, and looks like what was typed', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        expect(readAsMattermost(harmless(typed))).toEqual({visible: singleLine(typed), found: []});
      }),
      RUNS,
    );
  });

  it('U-09 stays that in a sentence, beside another and a link', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (first, second) => {
        const [name, topic] = [harmless(first, second), harmless(second, first)];
        const words = `${name} opened “${topic}” here.`;
        expect(readAsMattermost(words)).toEqual({
          visible: `${singleLine(first)} opened “${singleLine(second)}” here.`,
          found: [],
        });
        const link = {label: 'Join meeting', url: 'https://zoom.us/j/1?pwd=a_b'};
        expect(linksOf(`${words} [${link.label}](${link.url})`)).toEqual([link]);
      }),
      RUNS,
    );
  });

  it('is what was typed, where that threatens nothing', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const line = singleLine(typed);
        const threatens = /[\\`*_~#@:;&<>$[\]x]|www|\.\p{L}+\/|^(?:\d+[.)]|[-+])/iu.test(line);
        if (!threatens) expect(harmless(typed)).toBe(line);
      }),
      RUNS,
    );
  });
});
