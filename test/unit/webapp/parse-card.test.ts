import fc from 'fast-check';
import {describe, expect, it} from '@jest/globals';
import {zoomPostProps} from '../../../server/core/domain/post-props.js';
import {parseCard} from '../../../webapp/card/parse-card.js';
import {plainText} from '../../../webapp/card/plain-text.js';
import {createSampleCard} from '../../support/sample-card.js';

const post = (props: unknown) => ({
  id: 'p'.repeat(26),
  user_id: 'z'.repeat(26),
  channel_id: 'c'.repeat(26),
  message: '',
  create_at: 1_800_000_000_000,
  props: props as Record<string, unknown>,
});

const OF_PEOPLE = ['people', 'people_count', 'waiting_count', 'host_is_in'];

describe('The props of a card', () => {
  it('are understood as the server writes them', () => {
    const card = createSampleCard();
    expect(parseCard(post(zoomPostProps(card)))).toMatchObject({
      topic: card.topic,
      link: card.meeting.joinUrl,
      meetingId: card.meeting.number,
      hostUserId: card.host.userId,
      hostName: card.host.name,
    });
  });

  it('say who is there, the first of them', () => {
    const {zoom_card: ours, ...official} = zoomPostProps(createSampleCard());
    const read = (more: object) => parseCard(post({...official, zoom_card: {...ours, ...more}}));
    const people = Array.from({length: 9}, (_, index) => ({name: `Guest ${index} `, user_id: '../x'}));
    const told = {people, people_count: 12, waiting_count: 2, host_is_in: false};
    const card = read(told);
    expect(card).toMatchObject({peopleCount: 12, waitingCount: 2, hostIsIn: false});
    expect(card?.people).toHaveLength(8);
    expect(card?.people[1]).toEqual({userId: undefined, name: 'Guest 1', isHost: false});
    // A count that contradicts the list is no reason to show somebody less.
    expect(read({...told, people_count: 1})?.peopleCount).toBe(8);
    for (const wrong of [-1, 1.5, '2']) expect(read({...told, people_count: wrong})).toBeUndefined();
    expect(read({people: null, people_count: null, waiting_count: null, host_is_in: null})).toMatchObject({
      people: [],
      peopleCount: undefined,
      waitingCount: 0,
      hostIsIn: undefined,
    });
  });

  it('of a link that somebody shared may have no number', () => {
    const {zoom_card: ours, ...official} = zoomPostProps(createSampleCard());
    const card = parseCard(post({...official, meeting_id: 0, zoom_card: {...ours, state: 'shared'}}));
    expect(card?.meetingId).toBe('');
  });

  it('U-02 never throw, whatever one of them is', () => {
    const whole = zoomPostProps(createSampleCard());
    const places = Object.keys(whole);
    const ours = [...Object.keys(whole.zoom_card), ...OF_PEOPLE];
    const anything = fc.anything({withNullPrototype: true, withBigInt: true});
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...ours),
        anything,
        anything,
        (place, own, one, other) => {
          const props = {...whole, [place]: one};
          const zoomCard = {...whole.zoom_card, [own]: other};
          for (const each of [props, {...whole, zoom_card: zoomCard}, one]) {
            const card = parseCard(post(each));
            if (card === undefined) continue;
            expect(card.topic.length).toBeLessThanOrEqual(1000);
            expect(card.meetingId).toMatch(/^\d*$/);
            expect(card.people.length).toBeLessThanOrEqual(card.peopleCount ?? 8);
            expect(card.waitingCount).toBeGreaterThanOrEqual(0);
            for (const time of [card.startedAt, card.endedAt]) {
              if (time !== undefined) expect(new Date(time).getTime()).not.toBeNaN();
            }
          }
        },
      ),
      {numRuns: 1000},
    );
  });
});

describe('A message without its links', () => {
  it.each([
    ['Ana started: [Join meeting](https://zoom.us/j/1)', 'Ana started: Join meeting'],
    ['![x](https://evil.example/pixel.png) hello', 'x hello'],
    [{toString: 'x'}, ''],
    [undefined, ''],
  ])('%p is %p', (message, text) => {
    expect(plainText(message)).toBe(text);
  });
});
