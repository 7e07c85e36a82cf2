import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {parseCommand} from '../../../../server/inbound/commands/parse-command.js';
import {anyText} from '../../../support/any-text.js';

const spaces = fc
  .array(fc.constantFrom(' ', '\t', '\n', '\r\n', '\u00a0', '\u2003', '\u3000'), {minLength: 1, maxLength: 4})
  .map((parts) => parts.join(''));
const words = fc.stringMatching(/^[a-z0-9@:"'_-]{1,12}$/);

describe('a command as it was typed', () => {
  it.each([
    ['/zoom', '', ''],
    ['/zoom   ', '', ''],
    ['/ZOOM help', 'help', ''],
    ['/zoom START', 'start', ''],
    ['/zoom\u00a0start', 'start', ''],
    ['/zoom\tstart\nWeekly', 'start', 'Weekly'],
    ['  /zoom start  Weekly planning ', 'start', 'Weekly planning'],
    ['/zoom start "Weekly"  planning', 'start', '"Weekly"  planning'],
    ['/zoom start line one\nline two', 'start', 'line one\nline two'],
    ['zoom start', '', ''],
    ['', '', ''],
    ['/', '', ''],
  ])('S-01 %j is the word %j and the rest %j', (line, word, rest) => {
    expect(parseCommand(line)).toEqual({word, rest});
  });

  it('P9 is understood, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.string().map((text) => `/zoom${text}`),
        ),
        (line) => {
          const {word, rest} = parseCommand(line);
          expect(word).not.toMatch(/\s/);
          expect(rest).toBe(rest.trim());
        },
      ),
    );
  });

  it('P9 means the same with whatever white space between the words', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(words, {maxLength: 4}),
        fc.array(spaces, {minLength: 4, maxLength: 4}),
        (word, others, between) => {
          const [first = '', second = '', third = '', last = ''] = between;
          const rest = others.join(third);
          const line = `${first}/zoom${second}${word}${others.length === 0 ? '' : last + rest}${last}`;
          expect(parseCommand(line)).toEqual({word, rest});
        },
      ),
    );
  });

  it('of a megabyte is read in no time that anybody notices', () => {
    const {rest} = parseCommand(`/zoom${' '.repeat(500_000)}start${' \n'.repeat(250_000)}x`);
    expect(rest).toBe('x');
  });
});
