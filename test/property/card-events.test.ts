import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import type {EventKind, MeetingEvent} from '../../server/core/domain/events.js';
import {createSampleCard, OPENED_AT} from '../support/sample-card.js';

const offset = fc.integer({min: 0, max: 10 * 60 * 60 * 1000});
const time = offset.map((ms) => OPENED_AT + ms);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});

/** What one occurrence may send: with and without times, as today and as in 2019. */
const eventOf = (uuid: string): fc.Arbitrary<MeetingEvent> =>
  fc.oneof(...Object.values(ARBITRARIES).map((arbitrary) => arbitrary(uuid)));

const number = fc.constant('85512345678');
const ofOccurrence = (uuid: string) => ({
  number,
  uuid: fc.constant(uuid),
  hostId: maybe(fc.constant('zoom-ana')),
  accountId: maybe(fc.constant('acc-1')),
  startedAt: maybe(time),
  receivedAt: time,
});
const participant = fc.record({
  stayId: maybe(fc.constantFrom('1', '2')),
  zoomUserId: maybe(fc.constantFrom('zoom-ana', 'zoom-ben')),
  name: fc.constantFrom('', 'Ana', 'Ben'),
});
const where = fc.constantFrom('meeting', 'breakoutRoom', 'waitingRoom', 'forTheHost');
const ARBITRARIES: {[K in EventKind]: (uuid: string) => fc.Arbitrary<MeetingEvent<K>>} = {
  started: (uuid) => fc.record({kind: fc.constant('started'), ...ofOccurrence(uuid)}),
  ended: (uuid) => fc.record({kind: fc.constant('ended'), ...ofOccurrence(uuid), endedAt: maybe(time)}),
  joined: (uuid) =>
    fc.record({kind: fc.constant('joined'), ...ofOccurrence(uuid), participant, where, at: maybe(time)}),
  left: (uuid) =>
    fc.record({kind: fc.constant('left'), ...ofOccurrence(uuid), participant, where, at: maybe(time)}),
  attended: (uuid) =>
    fc.record({
      kind: fc.constant('attended'),
      ...ofOccurrence(uuid),
      attendances: fc.array(fc.record({participant, joinedAt: maybe(time), leftAt: maybe(time)}), {
        maxLength: 3,
      }),
    }),
  closed: () =>
    fc.record({
      kind: fc.constant('closed'),
      number,
      receivedAt: time,
      cardId: fc.constant(createSampleCard().id),
      because: fc.constantFrom('cancelled', 'nobody-came'),
    }),
  unknown: () => fc.record({kind: fc.constant('unknown'), number, receivedAt: time}),
  planned: () =>
    fc.record({
      kind: fc.constant('planned'),
      number,
      receivedAt: time,
      cardId: fc.constant(createSampleCard().id),
      plan: fc.record({toldAt: time, topic: fc.constantFrom('Planning', 'Review')}),
    }),
  withdrawn: () => fc.record({kind: fc.constant('withdrawn'), number, receivedAt: time}),
};

/** The events of one occurrence, in an order and with repetitions of their own. */
const deliveries = fc
  .constantFrom('uuid-1==', 'uuid-other==')
  .chain((uuid) => fc.array(eventOf(uuid), {minLength: 1, maxLength: 6}))
  .chain((events) =>
    fc.record({
      events: fc.constant(events),
      delivered: fc
        .array(fc.constantFrom(...events), {maxLength: 8})
        .chain((repeated) =>
          fc.shuffledSubarray([...events, ...repeated], {minLength: events.length + repeated.length}),
        ),
    }),
  );

const fold = (events: readonly MeetingEvent[]) => events.reduce(applyEvent, createSampleCard());

describe('the events of one occurrence', () => {
  it('P2 give the same card in any order and with any repetition', () => {
    fc.assert(
      fc.property(deliveries, ({events, delivered}) => {
        expect(fold(delivered)).toEqual(fold(events));
      }),
    );
  });

  it('say nothing new when all of them come again', () => {
    fc.assert(
      fc.property(deliveries, ({events, delivered}) => {
        const card = fold(events);
        expect(delivered.reduce(applyEvent, card)).toBe(card);
      }),
    );
  });

  it('never touch a card that follows another occurrence', () => {
    fc.assert(
      fc.property(deliveries, ({events}) => {
        const card = createSampleCard({occurrence: 'uuid-of-another=='});
        const named = events.filter(({kind}) => kind !== 'unknown' && kind !== 'closed');
        expect(named.reduce(applyEvent, card)).toBe(card);
      }),
    );
  });
});
