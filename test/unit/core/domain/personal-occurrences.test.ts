import {describe, expect, it} from '@jest/globals';
import {applyEvent, isAbout} from '../../../../server/core/domain/apply-event.js';
import {type Card, cardEnd, cardStart, cardState} from '../../../../server/core/domain/card.js';
import type {MeetingEvent} from '../../../../server/core/domain/events.js';
import {nobodyCame} from '../../../../server/core/domain/nobody-came.js';
import {NOBODY_CAME_AFTER_MS} from '../../../../server/core/domain/slot.js';
import {mattermostId} from '../../../support/mattermost-id.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const NUMBER = '1234567890';

/** Opened at `minutes`, for a personal meeting ID under which nothing ran then. */
function openedAt(minutes: number, changes: Partial<Card> = {}, aheadMs = 0): Card {
  const at = OPENED_AT + minutes * MINUTE;
  const {meeting} = createSampleCard();
  const waits = {...meeting, number: NUMBER, uuid: undefined, since: at + aheadMs};
  return createSampleCard({kind: 'personal', openedAt: at, meeting: waits, ...changes});
}

/** What Zoom tells of an occurrence that lasted from one minute to another; received right after. */
function occurrence(uuid: string | undefined, from: number, to: number, aheadMs = 0) {
  const at = (minutes: number): number => OPENED_AT + minutes * MINUTE + aheadMs;
  const told = {number: NUMBER, uuid, hostId: 'zoom-ana', accountId: 'acc-1'};
  const person = (minutes: number) => ({
    ...told,
    participant: {stayId: `${uuid} 1`, name: 'Carla'},
    where: 'meeting' as const,
    at: at(minutes),
    receivedAt: at(minutes) - aheadMs + SECOND,
  });
  return {
    started: {...told, kind: 'started', startedAt: at(from), receivedAt: at(from) - aheadMs + SECOND},
    joined: {kind: 'joined', ...person(from)},
    left: {kind: 'left', ...person(to)},
    ended: {
      ...told,
      kind: 'ended',
      startedAt: at(from),
      endedAt: at(to),
      receivedAt: at(to) - aheadMs + SECOND,
    },
  } as const satisfies Record<string, MeetingEvent>;
}
type Occurrence = ReturnType<typeof occurrence>;

const all = ({started, joined, left, ended}: Occurrence): readonly MeetingEvent[] => [
  started,
  joined,
  left,
  ended,
];
const fold = (card: Card, ...events: readonly MeetingEvent[]): Card => events.reduce(applyEvent, card);

const closing = (
  {id}: Card,
  because: MeetingEvent<'closed'>['because'],
  minutes: number,
): MeetingEvent<'closed'> => ({
  kind: 'closed',
  number: NUMBER,
  cardId: id,
  because,
  receivedAt: OPENED_AT + minutes * MINUTE,
});

describe('a card of a personal meeting ID', () => {
  const card = openedAt(0);
  const ours = occurrence('ours==', 2, 30);

  it('follows the occurrence that begins after it was opened', () => {
    expect(cardState(fold(card, ours.started))).toBe('live');
    const ended = fold(card, ...all(ours));
    expect(cardState(ended)).toBe('ended');
    expect([cardStart(ended), cardEnd(ended)]).toEqual([ours.started.startedAt, ours.ended.endedAt]);
  });

  it('follows it where only its end was told, and not one whose beginning is not known', () => {
    expect(cardState(fold(card, ours.ended))).toBe('ended');
    const {startedAt: _, ...vague} = ours.ended;
    expect(applyEvent(card, vague)).toBe(card);
  });

  it('is live as soon as somebody is in, also where the start was lost, and not while they only wait', () => {
    expect(cardState(fold(card, ours.joined))).toBe('live');
    const waits = fold(card, {...ours.joined, where: 'forTheHost'});
    expect(cardState(waits)).toBe('waiting');
    expect(waits.occurrence).toBeUndefined();
    expect(waits.stays).toHaveLength(1);
  });

  it('is never touched by a private session that was over before, however late its events come', () => {
    const before = occurrence('before==', -60, -20);
    expect(fold(card, ...all(before))).toBe(card);
    const live = fold(card, ours.started);
    expect(fold(live, ...all(before))).toBe(live);
  });

  it('is never touched by a private session that comes after its own, nor keeps anybody of it', () => {
    const after = occurrence('after==', 40, 50);
    const ended = fold(card, ...all(ours));
    expect(fold(ended, ...all(after))).toBe(ended);
    expect(fold(ended, {...after.joined, where: 'waitingRoom'})).toBe(ended);
  });

  it('is not closed by the old "ended" of an occurrence whose UUID Zoom still names for the number', () => {
    const before = occurrence('named-still==', -60, -20);
    const live = fold(card, ours.started);
    expect(applyEvent(live, before.ended)).toBe(live);
    const unknown = {kind: 'unknown', number: NUMBER, uuid: 'named-still==', receivedAt: OPENED_AT} as const;
    expect(applyEvent(card, unknown)).toBe(card);
    expect(applyEvent(live, unknown)).toBe(live);
  });

  it('goes over to the occurrence that began first where that is told later, and forgets the other', () => {
    const after = occurrence('after==', 40, 50);
    const wrong = fold(card, after.started, after.joined);
    expect(wrong.occurrence).toBe('after==');
    expect(fold(wrong, ours.ended, after.ended)).toEqual(fold(card, ours.ended));
  });

  it('follows what ran already when it was opened, by its UUID alone', () => {
    const ran = occurrence('ran==', -10, 20);
    const running = openedAt(0, {meeting: {...card.meeting, uuid: 'ran=='}});
    const live = fold(running, {...ran.started, startedAt: undefined, receivedAt: OPENED_AT});
    expect(cardState(live)).toBe('live');
    expect(fold(live, ours.ended)).toBe(live);
    const ended = fold(live, ran.ended);
    expect([cardStart(ended), cardEnd(ended)]).toEqual([ran.started.startedAt, ran.ended.endedAt]);
  });

  it('goes by Zoom’s clock where ours is another', () => {
    const [ahead, behind] = [7 * MINUTE, -7 * MINUTE];
    for (const clock of [ahead, behind]) {
      const opened = openedAt(0, {}, clock);
      expect(cardState(fold(opened, occurrence('ours==', 0, 30, clock).started))).toBe('live');
      expect(fold(opened, ...all(occurrence('before==', -30, -1, clock)))).toBe(opened);
    }
  });

  it('goes by the times of payloads that name no UUID', () => {
    const nameless = occurrence(undefined, 2, 30);
    const ended = fold(card, ...all(nameless));
    expect(cardState(ended)).toBe('ended');
    expect(fold(ended, ...all(occurrence(undefined, 40, 50)))).toBe(ended);
    expect(fold(card, ...all(occurrence(undefined, -60, -20)))).toBe(card);
    const {startedAt: _, ...of2019} = nameless.ended;
    expect(cardState(fold(card, nameless.started, of2019))).toBe('ended');
  });
});

describe('a card that nobody began for an hour', () => {
  const card = openedAt(0);
  const later = occurrence('later==', 61, 70);

  it('is closed then, not before, and binds nothing after that', () => {
    expect(nobodyCame(card, OPENED_AT + NOBODY_CAME_AFTER_MS - 1)).toBe(false);
    expect(nobodyCame(card, OPENED_AT + NOBODY_CAME_AFTER_MS)).toBe(true);
    const closed = applyEvent(card, closing(card, 'nobody-came', 60));
    expect(cardState(closed)).toBe('expired');
    expect(fold(closed, ...all(later))).toBe(closed);
  });

  it('is not touched by a later session either while nothing has closed it yet', () => {
    expect(fold(card, ...all(later), {...later.joined, where: 'forTheHost'})).toBe(card);
  });

  it('lives after all where the start that came within the hour was only told late', () => {
    const started = {...occurrence('ours==', 59, 90).started, receivedAt: OPENED_AT + 62 * MINUTE};
    expect(cardState(fold(card, closing(card, 'nobody-came', 60), started))).toBe('live');
  });

  it('is left alone once it is live, and where its number is for it alone', () => {
    const now = OPENED_AT + 120 * MINUTE;
    expect(nobodyCame(fold(card, occurrence('ours==', 2, 30).started), now)).toBe(false);
    expect(nobodyCame(createSampleCard(), now)).toBe(false);
  });

  it('was called off by its host: what begins then is private', () => {
    const closed = fold(card, closing(card, 'cancelled', 5));
    expect(cardState(closed)).toBe('cancelled');
    expect(fold(closed, ...all(occurrence('private==', 6, 20)))).toBe(closed);
    expect(cardState(fold(closed, occurrence('ours==', 4, 20).started))).toBe('live');
  });
});

describe('two cards of one personal meeting ID', () => {
  const first = openedAt(0);
  const second = openedAt(60, {id: 'intent-2', channelId: mattermostId('other')});
  const [morning, noon] = [occurrence('morning==', 1, 50), occurrence('noon==', 61, 90)];

  it('each follow the occurrence that they were opened for, whatever the order', () => {
    const events = [...all(morning), ...all(noon)];
    for (const order of [events, events.toReversed()]) {
      expect(fold(first, ...order).occurrence).toBe('morning==');
      expect(fold(second, ...order).occurrence).toBe('noon==');
    }
  });

  it('are closed one by one', () => {
    const event = closing(first, 'nobody-came', 60);
    expect([first, second].map((card) => isAbout(card, event))).toEqual([true, false]);
  });
});
