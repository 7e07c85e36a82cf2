import {describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {type Card, cardEnd, cardStart, cardState} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {nobodyCame} from '../../../../server/core/domain/nobody-came.js';
import type {Plan} from '../../../../server/core/domain/plan.js';
import {createPlannedCard, occurrenceOf, PLANNED_AT, samplePlan} from '../../../support/planned-card.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const card = createPlannedCard();
const {number} = card.meeting;
const fold = (first: Card, ...events: readonly MeetingEvent[]): Card => events.reduce(applyEvent, first);
const planned = (changes: Partial<Plan>, cardId = card.id): MeetingEvent => {
  const plan = samplePlan({toldAt: OPENED_AT + 1, ...changes});
  return {kind: 'planned', number, cardId, plan, receivedAt: plan.toldAt};
};
const withdrawn = (receivedAt: number): MeetingEvent => ({kind: 'withdrawn', number, receivedAt});
const nobody = (receivedAt: number): MeetingEvent => ({
  kind: 'closed',
  number,
  cardId: card.id,
  because: 'nobody-came',
  receivedAt,
});

describe('a card of a planned meeting', () => {
  const own = occurrenceOf('own==', -2 * MINUTE, 50 * MINUTE);

  it('follows the meeting that begins about when it was planned', () => {
    expect(cardState(card)).toBe('waiting');
    expect(cardState(fold(card, own.started))).toBe('live');
    const ended = fold(card, own.joined, own.started, own.ended);
    expect(cardState(ended)).toBe('ended');
    expect([cardStart(ended), cardEnd(ended)]).toEqual([own.started.startedAt, own.ended.endedAt]);
  });

  it('is not touched by a trial on the day before, nor by one more than an hour before', () => {
    const trials = [-23 * HOUR, -HOUR - 1].map((from) => occurrenceOf('trial==', from, from + MINUTE));
    for (const {started, joined, ended} of trials) expect(fold(card, started, joined, ended)).toBe(card);
    expect(cardState(fold(card, occurrenceOf('early==', -HOUR, 0).started))).toBe('live');
  });

  it('is not touched by what began before the card was posted', () => {
    const late = createPlannedCard({openedAt: PLANNED_AT - 10 * MINUTE});
    const {started, ended} = occurrenceOf('before==', -20 * MINUTE, -15 * MINUTE);
    expect(fold(late, started, ended)).toBe(late);
  });

  it('follows what ran when it was posted, by its UUID', () => {
    const ran = createPlannedCard({
      openedAt: PLANNED_AT + 10 * MINUTE,
      meeting: {...card.meeting, uuid: 'own=='},
    });
    expect(cardState(fold(ran, own.ended))).toBe('ended');
  });

  it('stays with its occurrence of a series', () => {
    const ended = fold(card, own.started, own.ended);
    expect(fold(ended, occurrenceOf('next==', 7 * DAY, 7 * DAY + HOUR).started)).toBe(ended);
    const waits = createPlannedCard({id: 'next', plan: samplePlan({startsAt: PLANNED_AT + 7 * DAY})});
    expect(fold(waits, own.started, own.ended)).toBe(waits);
  });

  it('gives up an hour after its planned end, and a day after it was posted where no time is planned', () => {
    const isGivenUp = (one: Card, at: number) => [nobodyCame(one, at - 1), nobodyCame(one, at)];
    expect(isGivenUp(card, PLANNED_AT + 2 * HOUR)).toEqual([false, true]);
    const anyTime = createPlannedCard({plan: {toldAt: OPENED_AT, isSeries: true}});
    expect(isGivenUp(anyTime, OPENED_AT + DAY)).toEqual([false, true]);
    expect(cardState(fold(anyTime, occurrenceOf('any==', -MINUTE, 0).started))).toBe('live');
    const expired = fold(card, nobody(PLANNED_AT + 2 * HOUR));
    expect(cardState(expired)).toBe('expired');
    expect(fold(expired, occurrenceOf('next-week==', 7 * DAY, 8 * DAY).started)).toBe(expired);
  });
});

describe('a change of what is planned', () => {
  it('moves the time in which a card finds its meeting', () => {
    const moved = fold(card, planned({startsAt: PLANNED_AT + 3 * DAY}));
    expect(fold(moved, occurrenceOf('old time==', 0, MINUTE).started)).toBe(moved);
    expect(cardState(fold(moved, occurrenceOf('new time==', 3 * DAY, 4 * DAY).started))).toBe('live');
  });

  it('never moves when a meeting began or ended', () => {
    const {started, ended} = occurrenceOf('own==', 0, HOUR);
    const over = fold(card, started, ended, planned({startsAt: PLANNED_AT + 3 * DAY}));
    expect([cardState(over), cardStart(over), cardEnd(over)]).toEqual([
      'ended',
      started.startedAt,
      ended.endedAt,
    ]);
  });

  it('is for its card alone, and never for a meeting that was started from here', () => {
    expect(fold(card, planned({topic: 'Other'}, 'another card'))).toBe(card);
    const instant = createSampleCard();
    expect(fold(instant, planned({topic: 'Other'}), withdrawn(OPENED_AT))).toBe(instant);
  });

  it('counts by when it was told, and of two told at once always the same one', () => {
    const [early, late] = [planned({topic: 'Early'}), planned({topic: 'Late', toldAt: OPENED_AT + 2})];
    expect(fold(card, late, early)).toEqual(fold(card, early, late));
    expect(fold(card, late, early).plan?.topic).toBe('Late');
    const atOnce = [planned({topic: 'One'}), planned({topic: 'Two'})];
    expect(fold(card, ...atOnce)).toEqual(fold(card, ...atOnce.toReversed()));
  });

  it('makes a card wait again that nobody had come to', () => {
    const expired = fold(card, nobody(PLANNED_AT + 2 * HOUR));
    const told = {toldAt: PLANNED_AT + 3 * HOUR, startsAt: PLANNED_AT + DAY};
    expect(cardState(fold(expired, planned(told)))).toBe('waiting');
  });
});

describe('a meeting that was deleted in Zoom', () => {
  it('is called off, and is on again where Zoom says so later', () => {
    const off = fold(card, withdrawn(OPENED_AT + MINUTE));
    expect(cardState(off)).toBe('cancelled');
    expect(cardState(fold(off, planned({toldAt: OPENED_AT + MINUTE})))).toBe('cancelled');
    expect(cardState(fold(off, planned({toldAt: OPENED_AT + 2 * MINUTE})))).toBe('waiting');
  });

  it('goes on while it runs, and ends as others do', () => {
    const {started, ended} = occurrenceOf('own==', 0, HOUR);
    const live = fold(card, started, withdrawn(PLANNED_AT + MINUTE));
    expect(cardState(live)).toBe('live');
    expect(cardState(fold(live, ended))).toBe('ended');
  });

  it('says of a card that nobody came to that nobody came', () => {
    const over = fold(card, nobody(PLANNED_AT + 2 * HOUR), withdrawn(PLANNED_AT + DAY));
    expect(cardState(over)).toBe('expired');
  });
});
