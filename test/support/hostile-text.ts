import fc from 'fast-check';
import {anyText} from './any-text.js';

// prettier-ignore
const SIGNS = [
  '@', ':', '.', '-', '_', '~', '#', '&', '*', '**', '__', '~~', '`', '```', '\\', '$', '$$', '<', '>', '|', '!', '(', ')', '[', ']',
  '](', '][', ']:', '"', "'", '/', '//', '+', '=', ';', ',', '%', '^', '?', '{', '}', '1.', '1)', '…', '’', '”', ' ', '  ', '\n', '\t',
];
// prettier-ignore
const WORDS = [
  '@channel', '@here', '@all', '@ana', 'ana@example.org', '~town', '#tag', '# ', '> ', '- ', '* ', '---', '- - -', ':tada:', ':+1:',
  ':)', ':-D', ';)', ':p', ':/', ':|', ':$', '<3', '</3', 'x-d', ":'(", 'www.evil.example', 'https://evil.example', 'evil.org/x',
  'mailto:ana@example.org', 'tel:1', '[x](http://evil.example)', '![x](y)', '[x]: http://evil.example', '<b>', '<https://evil.example>',
  '<ana@example.org>', '<https://evil.example|here>', '<!channel>', '&amp;', '&#35;', '&lt', '$x$', 'a', 'ana', 'é', '会議', 'b1', '7', 'x',
  '\u200b', '\u200d', '\ud800', '\u202e', '🎉',
];

/** Text of people who mean ill, between ordinary and random text. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom(...SIGNS)},
      {weight: 3, arbitrary: fc.constantFrom(...WORDS)},
      {weight: 1, arbitrary: anyText({maxLength: 5})},
      {weight: 1, arbitrary: fc.string({maxLength: 8})},
    ),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''));
