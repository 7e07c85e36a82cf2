import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import {cardState} from '../../server/core/domain/card.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import {slotOf} from '../../server/core/domain/slot.js';
import {createPlannedCard, occurrenceOf, PLANNED_AT} from '../support/planned-card.js';
import {OPENED_AT} from '../support/sample-card.js';

const MINUTE = 60_000;
const card = createPlannedCard();
const {number} = card.meeting;

/** Trials before, the meeting itself, and what its host does under the number later: one after the other. */
const sessions = fc
  .array(fc.tuple(fc.integer({min: 1, max: 600}), fc.integer({min: 1, max: 200})), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lengths) => {
    let now = -20 * 60;
    return lengths.map(([pause, minutes], index) => {
      const from = now + pause;
      now = from + minutes;
      return occurrenceOf(`uuid-${index}==`, from * MINUTE, now * MINUTE);
    });
  });

/** Zoom says again what is planned, with other words and other plans for the time after it. */
const words: fc.Arbitrary<MeetingEvent> = fc.oneof(
  fc
    .record({
      toldAt: fc.integer({min: OPENED_AT, max: OPENED_AT + 9}),
      topic: fc.constantFrom('Planning', 'Review'),
      startsAt: fc.constant(PLANNED_AT),
      minutes: fc.constant(60),
      nextAt: fc.option(fc.integer({min: 1, max: 9}), {nil: undefined}),
    })
    .map((plan) => ({kind: 'planned' as const, number, cardId: card.id, plan, receivedAt: plan.toldAt})),
  fc
    .integer({min: OPENED_AT, max: OPENED_AT + 9})
    .map((receivedAt) => ({kind: 'withdrawn' as const, number, receivedAt})),
);

describe('a card of a planned meeting among all sessions of its number', () => {
  it('P2 is the same in any order and with any repetition, and ends as the first session of its time did', () => {
    const delivered = fc
      .record({sessions, words: fc.array(words, {maxLength: 4})})
      .chain(({sessions: known, words: said}) => {
        const events = [...known.flatMap(({started, ended}) => [started, ended]), ...said];
        const orders = fc.shuffledSubarray([...events, ...events], {minLength: events.length * 2});
        return fc.record({known: fc.constant(known), one: orders, other: orders});
      });
    fc.assert(
      fc.property(delivered, ({known, one, other}) => {
        const folded = one.reduce(applyEvent, card);
        expect(other.reduce(applyEvent, card)).toEqual(folded);
        const {from, to} = slotOf(card, card.openedAt);
        const own = known.find(({started: {startedAt}}) => startedAt >= from && startedAt < to);
        expect([folded.occurrence, folded.startedAt, folded.endedAt]).toEqual([
          own?.started.uuid,
          own?.started.startedAt,
          own?.ended.endedAt,
        ]);
        if (own !== undefined) expect(cardState(folded)).toBe('ended');
      }),
    );
  });
});
