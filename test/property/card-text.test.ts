import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import {type Card, cardState} from '../../server/core/domain/card.js';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import {readTopic} from '../../server/core/domain/topic.js';
import {renderCard} from '../../server/core/usecases/render-card.js';
import {texts} from '../../server/messages/texts.js';
import {findMentions} from '../support/find-mentions.js';
import {hostileText} from '../support/hostile-text.js';
import {linksOf, readAsMattermost} from '../support/read-as-mattermost.js';
import {joins} from '../support/meeting-story.js';
import {attachmentOf, createSampleCard, OPENED_AT} from '../support/sample-card.js';
import {runsOf} from '../support/thorough.js';

const ends = fc.constantFrom({}, {startedAt: OPENED_AT}, {startedAt: OPENED_AT, endedAt: OPENED_AT + 60_000});

/** Some are colleagues, whose names are shown whole; one may be the host. */
const participants = fc.array(
  fc.record({name: hostileText, userId: fc.constantFrom(undefined, 'ben', 'u')}),
  {maxLength: 4},
);

/** What was started from here, and what was brought here, described by whoever brought it. */
const kinds = fc.oneof(
  fc.constant({}),
  fc.record({
    kind: fc.constantFrom('scheduled', 'webinar'),
    local: fc.record({description: fc.array(hostileText, {maxLength: 3}).map((lines) => lines.join('\n'))}),
    plan: fc.record({
      toldAt: fc.constant(OPENED_AT),
      startsAt: fc.constantFrom(undefined, OPENED_AT + 60_000),
      alternativeHosts: fc.array(hostileText, {maxLength: 3}),
      panelists: fc.array(hostileText, {maxLength: 3}),
    }),
  }),
) satisfies fc.Arbitrary<Partial<Card>>;

const cards = fc
  .record({
    kind: kinds,
    topic: hostileText.map(readTopic),
    name: hostileText,
    times: ends,
    people: participants,
  })
  .map(({kind, topic, name, times, people}) =>
    people
      .map((person, index) => joins(index, {stayId: String(index), ...person}))
      .reduce<Card>(
        applyEvent,
        createSampleCard({topic, host: {userId: 'u', username: 'ana', name}, ...times, ...kind}),
      ),
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
  const partsOf = (card: Card): {message: string; title: string; text: string; fallback: string} => {
    const {message, props} = renderCard(card, texts('en'));
    const {title = '', text = '', fallback = ''} = attachmentOf({props});
    return {message, title, text, fallback};
  };
  const {joinUrl: url} = createSampleCard().meeting;
  const joinOf = ({kind}: Card) => ({label: kind === 'webinar' ? 'Join webinar' : 'Join meeting', url});

  it('P4 is nothing but text, and one link while there is something to join', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const {message, title} = partsOf(card);
        const isEnded = card.endedAt !== undefined;
        const join = joinOf(card);
        expect(readAsMattermost(message.replace(`[${join.label}](${url})`, join.label)).found).toEqual([]);
        expect(linksOf(message)).toEqual(isEnded ? [] : [join]);
        // Without a link Mattermost reads the title as Markdown; with one it shows what stands there.
        if (isEnded) expect(readAsMattermost(title)).toEqual({visible: card.topic, found: []});
        else expect(title).toBe(card.topic);
      }),
      {numRuns: runsOf(2_000)},
    );
  });

  it('P4 names people as they are called, and is nothing but text there', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const lines = partsOf(card).text.split('\n').map(readAsMattermost);
        expect(lines.flatMap(({found}) => found)).toEqual([]);
        const visible = lines.map((line) => line.visible).join('\n');
        const {people = []} = zoomPostProps(card).zoom_card;
        const shown = cardState(card) === 'waiting' ? [] : people;
        expect(shown.filter(({name}) => !visible.includes(name))).toEqual([]);
      }),
      {numRuns: runsOf(2_000)},
    );
  });

  it('P4 mentions nobody in anything that Mattermost reads for mentions', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const {message, text, fallback} = partsOf(card);
        expect([message, text, fallback].flatMap(findMentions)).toEqual([]);
      }),
      {numRuns: runsOf(1_000)},
    );
  });

  it('P4 is well-formed, one line in message and title, and short', () => {
    fc.assert(
      fc.property(cards, (card) => {
        const {message, title, text, fallback} = partsOf(card);
        expect([message, title, text, fallback].every((part) => part.isWellFormed())).toBe(true);
        expect(`${message}${title}`).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(title.length).toBeLessThanOrEqual(1_000);
      }),
    );
  });
});
