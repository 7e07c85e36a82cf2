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

const OF_PLAN = ['kind', 'plan', 'description'];
const PLAN_FIELDS = [
  'starts_at',
  'next_at',
  'minutes',
  'is_series',
  'registration_url',
  'alternative_hosts',
  'panelists',
];
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

  it('say what is planned, as far as it is known', () => {
    const {zoom_card: ours, ...official} = zoomPostProps(createSampleCard());
    const read = (more: object) => parseCard(post({...official, zoom_card: {...ours, ...more}}));
    const plan = {starts_at: 1, next_at: 2, minutes: 30, is_series: true, panelists: [' Ben ', '', 'Ana']};
    expect(read({kind: 'webinar', plan, description: ' Come. '})).toMatchObject({
      isWebinar: true,
      description: 'Come.',
      plan: {
        startsAt: 1,
        nextAt: 2,
        minutes: 30,
        isSeries: true,
        alternativeHosts: [],
        panelists: ['Ben', 'Ana'],
      },
    });
    // Zoom says 0 where it knows no length.
    expect(read({kind: 'scheduled', plan: {minutes: 0, starts_at: null}})?.plan).toMatchObject({
      startsAt: undefined,
      minutes: undefined,
      isSeries: false,
    });
    expect(read({kind: 'scheduled', plan: null, description: null})).toMatchObject({
      description: '',
      isWebinar: false,
    });
    // Only what was planned has a plan.
    expect(read({plan})?.plan).toBeUndefined();
    expect(read({kind: 'webinar', plan: {panelists: Array(100).fill('Ana')}})?.plan?.panelists).toHaveLength(
      30,
    );
  });

  it('U-02 with half a plan are no card', () => {
    const {zoom_card: ours, ...official} = zoomPostProps(createSampleCard());
    for (const wrong of [
      {kind: 'constructor'},
      {kind: 'scheduled', plan: 'tomorrow'},
      {kind: 'scheduled', plan: {starts_at: '2026-11-30'}},
      {kind: 'scheduled', plan: {starts_at: 9e15}},
      {kind: 'webinar', plan: {panelists: [{name: 'Ana'}]}},
      {kind: 'webinar', plan: {minutes: -1}},
      {kind: 'webinar', description: 'x'.repeat(100_000)},
    ])
      expect(parseCard(post({...official, zoom_card: {...ours, ...wrong}}))).toBeUndefined();
  });

  it('U-02 never throw, whatever one of them is', () => {
    const whole = zoomPostProps(createSampleCard());
    const places = Object.keys(whole);
    const ours = [...Object.keys(whole.zoom_card), ...OF_PEOPLE, ...OF_PLAN];
    const anything = fc.anything({withNullPrototype: true, withBigInt: true});
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.constantFrom(...ours),
        fc.constantFrom(...PLAN_FIELDS),
        anything,
        anything,
        (place, own, planned, one, other) => {
          const props = {...whole, [place]: one};
          const zoomCard = {...whole.zoom_card, [own]: other};
          const plannedCard = {...whole.zoom_card, kind: 'scheduled', plan: {[planned]: other}};
          for (const each of [
            props,
            {...whole, zoom_card: zoomCard},
            {...whole, zoom_card: plannedCard},
            one,
          ]) {
            const card = parseCard(post(each));
            if (card === undefined) continue;
            expect(card.topic.length).toBeLessThanOrEqual(1000);
            expect(card.meetingId).toMatch(/^\d*$/);
            expect(card.people.length).toBeLessThanOrEqual(card.peopleCount ?? 8);
            expect(card.waitingCount).toBeGreaterThanOrEqual(0);
            for (const time of [card.startedAt, card.endedAt, card.plan?.startsAt, card.plan?.nextAt]) {
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
