import {describe, expect, it} from '@jest/globals';
import {harmless} from '../../../../server/core/domain/harmless.js';

describe('a text that threatens nothing', () => {
  it.each([
    'Sprint 12: demo & retro',
    'Q&A at 10:30 (room 5)',
    '[Team A] Weekly, #1 of 3',
    'C# & .NET: v1.2/v1.3',
    'snake_case or 2 * 3',
    '$5 lunch @ noon',
    '100 $',
    'and/or -> either',
    "Ana's “plan” – 50 % + x",
    'R&D',
    'mail to ana at example.org',
    'C:\\temp',
    '会議 ~ 10:00',
    '🎉 Party',
    'user@home',
    'a < b',
  ])('%j is returned as it is', (text) => {
    expect(harmless(text)).toBe(text);
  });
});

describe('a text that Mattermost would make something of', () => {
  it.each([
    ['a mention', 'hi @ana', 'hi @|ana'],
    ['everybody', '@channel', '@|channel'],
    ['a mention behind punctuation', 'x.@here-', 'x.@|here-'],
    ['an e-mail address', 'ana@example.org', 'ana@|example.org'],
    ['a channel', '~town-square', '~|town-square'],
    ['a hashtag', '(#tag)', '(#|tag)'],
    ['an address', 'see https://evil.example', 'see https:|//evil.example'],
    ['an address of another scheme', 'mailto:x', 'mailto:|x'],
    ['an address without a scheme', 'www.evil.example', 'www|.evil.example'],
    ['a path', 'evil.org/x', 'evil.org|/x'],
    ['an emoji', ':tada:', ':|tada:'],
    ['a smiley', 'Retro :-D', 'Retro :|-D'],
    ['an HTML entity', '&amp; &copy;', '&|amp; &|copy;'],
    ['a link', '[x](y)', '[x]|(y)'],
    ['an image', '![x](y)', '![x]|(y)'],
  ])('has a zero-width space where a backslash would not help: %s', (_what, typed, written) => {
    expect(harmless(typed)).toBe(written.replaceAll('|', '\u200b'));
  });

  it.each([
    ['emphasis', '*a* __b__', '\\*a\\* \\_\\_b\\_\\_'],
    ['code', '`rm`', '\\`rm\\`'],
    ['strike', '~~a~~', '\\~~a\\~~'],
    ['a heading', '## a', '\\## a'],
    ['a quote', '> a', '\\> a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '1. a', '1\\. a'],
    ['a rule', '---', '\\---'],
    ['the definition of a link', '[x]: y', '\\[x]: y'],
    ['a backslash', '\\*', '\\\\\\*'],
  ])('has backslashes: %s', (_what, typed, written) => {
    expect(harmless(typed).replaceAll('\u200b', '')).toBe(written);
  });

  it.each([
    ['LaTeX', '$x$', '&#36;x&#36;'],
    ['an address in angle brackets', '<a@b>', '&lt;a@b>'],
    ['a mention as Slack writes it', '<!channel>', '&lt;!channel>'],
  ])('has an entity where nothing else helps: %s', (_what, typed, written) => {
    expect(harmless(typed)).toBe(written.replaceAll('|', '\u200b'));
  });

  it('counts what stands beside it: a dollar there pairs with one here', () => {
    expect(harmless('$5', 'x $')).toBe('&#36;5');
    expect(harmless('<a', 'b>')).toBe('&lt;a');
  });
});
