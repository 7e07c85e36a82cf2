import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {literal} from '../../server/core/domain/plain-text.js';
import {readTopic} from '../../server/core/domain/topic.js';
import {renderCard} from '../../server/core/usecases/render-card.js';
import {texts} from '../../server/messages/texts.js';
import {findMentions} from '../support/find-mentions.js';
import {attachmentOf, createSampleCard, OPENED_AT} from '../support/sample-card.js';

/** Text of people who mean ill, between ordinary and random text. */
const trouble = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@channel',
        '@here',
        '@all',
        '@ana',
        '@',
        ':',
        '.',
        '-',
        '_',
        ' ',
        '\u200b',
        '\n',
        '[x](',
        ')',
      ),
      fc.constantFrom(
        'www.',
        'https://evil.example',
        ':tada:',
        '~town',
        '#tag',
        '`',
        '*',
        '\\',
        '\ud800',
        '\u202e',
      ),
      fc.string({unit: 'binary', maxLength: 5}),
    ),
    {maxLength: 12},
  )
  .map((parts) => parts.join(''));

const ends = fc.constantFrom({}, {startedAt: OPENED_AT}, {startedAt: OPENED_AT, endedAt: OPENED_AT + 60_000});

const cards = fc
  .record({topic: trouble.map(readTopic), name: trouble, times: ends})
  .map(({topic, name, times}) =>
    createSampleCard({topic, host: {userId: 'u', username: 'ana', name}, ...times}),
  );

describe('the finder of mentions', () => {
  it.each([
    ['hi @ana.', ['ana']],
    ['(@channel)', ['channel']],
    ['.@here-', ['here']],
    ['x.@ana', ['ana']],
    ['mail ana@example.org', []],
    [':@ana:', []],
    ['@\u200bana', []],
  ])('finds in %j the names %j', (text, names) => {
    expect(findMentions(text)).toEqual(names);
  });
});

describe('the post of a card, whatever its topic and the name of its host', () => {
  const everyText = (card: Parameters<typeof renderCard>[0]): string[] => {
    const {message, props} = renderCard(card, texts('en'));
    const {title = '', text = '', fallback = ''} = attachmentOf({props});
    return [message, title, text, fallback];
  };

  it('P4 mentions nobody', () => {
    fc.assert(
      fc.property(cards, (card) => {
        expect(everyText(card).flatMap(findMentions)).toEqual([]);
      }),
      {numRuns: 1_000},
    );
  });

  it('P4 is well-formed, one line in message and title, and short', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const [message = '', title = ''] = everyText(card);
        expect(everyText(card).every((text) => text.isWellFormed())).toBe(true);
        expect(`${message}${title}`).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(title.length).toBeLessThanOrEqual(400);
      }),
    );
  });

  it('shows the name without giving it a meaning in Markdown', () => {
    fc.assert(
      fc.property(trouble, (name) => {
        // Every sign that could begin a link, a code span or emphasis stands behind a backslash of ours.
        expect(literal(name).replace(/\\[\\`*_[\]<>|]/g, '')).not.toMatch(/[\\`*_[\]<>|]/);
      }),
    );
  });
});
