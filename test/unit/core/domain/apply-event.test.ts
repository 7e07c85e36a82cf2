import {describe, expect, it} from '@jest/globals';
import {applyEvent} from '../../../../server/core/domain/apply-event.js';
import {cardEnd, cardStart, cardState} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const MINUTE = 60_000;

const told = {
  number: '85512345678',
  uuid: 'uuid-1==',
  hostId: 'zoom-ana',
  accountId: 'acc-1',
  startedAt: OPENED_AT + MINUTE,
  receivedAt: OPENED_AT + 40 * MINUTE,
};
const eventOf = (
  kind: 'started' | 'ended',
  {endedAt = OPENED_AT + 31 * MINUTE, ...changes}: Partial<Omit<MeetingEvent<'ended'>, 'kind'>> = {},
): MeetingEvent => (kind === 'ended' ? {...told, kind, endedAt, ...changes} : {...told, kind, ...changes});
const fold = (...events: MeetingEvent[]) => events.reduce(applyEvent, createSampleCard());

describe('a card', () => {
  it('lives from the start that Zoom names', () => {
    const card = fold(eventOf('started'));
    expect(cardState(card)).toBe('live');
    expect(cardStart(card)).toBe(OPENED_AT + MINUTE);
    expect(card.occurrence).toBe('uuid-1==');
  });

  it('ends at the end that Zoom names, not when we heard of it', () => {
    const card = fold(eventOf('started'), eventOf('ended'));
    expect(cardState(card)).toBe('ended');
    expect(cardEnd(card)).toBe(OPENED_AT + 31 * MINUTE);
  });

  it('W-23 is ended once whether "ended" comes before or after "started"', () => {
    expect(fold(eventOf('ended'), eventOf('started'))).toEqual(fold(eventOf('started'), eventOf('ended')));
  });

  it('takes the earliest start and the latest end', () => {
    const card = fold(
      eventOf('ended', {startedAt: OPENED_AT + 2 * MINUTE}),
      eventOf('ended', {endedAt: OPENED_AT + 20 * MINUTE}),
    );
    expect(cardStart(card)).toBe(OPENED_AT + MINUTE);
    expect(cardEnd(card)).toBe(OPENED_AT + 31 * MINUTE);
  });

  it('goes by the time of receipt only where a payload of 2019 has no time', () => {
    const old: MeetingEvent = {...told, kind: 'ended'};
    expect(cardEnd(fold(old))).toBe(OPENED_AT + 40 * MINUTE);
    expect(cardEnd(fold(old, {...old, receivedAt: OPENED_AT + 90 * MINUTE}))).toBe(OPENED_AT + 40 * MINUTE);
    expect(cardEnd(fold(old, eventOf('ended')))).toBe(OPENED_AT + 31 * MINUTE);
  });

  it('stays the very same when an event says nothing new', () => {
    const card = fold(eventOf('started'), eventOf('ended'));
    expect(applyEvent(card, eventOf('started'))).toBe(card);
    expect(applyEvent(card, eventOf('ended', {receivedAt: OPENED_AT + 99 * MINUTE}))).toBe(card);
  });

  it.each([
    ['another number', {number: '85512345679'}],
    ['another host', {hostId: 'zoom-ben'}],
    ['another account', {accountId: 'acc-2'}],
  ])('is not touched by the event of %s', (_whose, changes) => {
    const card = createSampleCard();
    expect(applyEvent(card, eventOf('ended', changes))).toBe(card);
  });

  it('is touched by an event that names neither host nor account', () => {
    expect(cardState(fold(eventOf('ended', {hostId: undefined, accountId: undefined})))).toBe('ended');
  });
});

describe('a card of a number that is used again and again', () => {
  const later = {uuid: 'uuid-2==', startedAt: OPENED_AT + 120 * MINUTE, endedAt: OPENED_AT + 150 * MINUTE};
  const earlier = {uuid: 'uuid-0==', startedAt: OPENED_AT - 90 * MINUTE, endedAt: OPENED_AT - 60 * MINUTE};

  it('is not touched by a later occurrence', () => {
    const card = fold(eventOf('started'), eventOf('ended'));
    expect(applyEvent(card, eventOf('started', later))).toBe(card);
    expect(applyEvent(card, eventOf('ended', later))).toBe(card);
  });

  it('is not closed by the late "ended" of an earlier occurrence', () => {
    const waiting = createSampleCard();
    expect(applyEvent(waiting, eventOf('ended', earlier))).toBe(waiting);
    const live = fold(eventOf('started'));
    expect(applyEvent(live, eventOf('ended', earlier))).toBe(live);
  });

  it('is not closed by an earlier one that nothing names but its time', () => {
    const live = fold(eventOf('started'));
    expect(applyEvent(live, eventOf('ended', {...earlier, uuid: undefined}))).toBe(live);
  });

  it('binds to the first occurrence that begins after it was opened, whatever UUID was promised', () => {
    const card = fold(eventOf('started', {uuid: 'uuid-x=='}));
    expect(card.occurrence).toBe('uuid-x==');
    expect(applyEvent(card, eventOf('started'))).toBe(card);
  });

  it('binds to an "ended" when that is the first it hears', () => {
    expect(fold(eventOf('ended', {uuid: 'uuid-x=='})).occurrence).toBe('uuid-x==');
  });

  it('trusts the promised UUID where clocks differ', () => {
    expect(cardState(fold(eventOf('started', {startedAt: OPENED_AT - 2_000})))).toBe('live');
  });
});
