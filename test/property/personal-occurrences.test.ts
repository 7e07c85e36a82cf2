import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import {type Card, cardStart, cardState} from '../../server/core/domain/card.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import {NOBODY_CAME_AFTER_MS} from '../../server/core/domain/slot.js';
import {cardOf} from '../../server/core/usecases/post-intent.js';
import {createSampleCard, OPENED_AT} from '../support/sample-card.js';
import {intentOf} from '../support/sample-intent.js';

const NUMBER = '1234567890';
const SECOND = 1_000;

/** One session under the number. Times by Zoom's clock, ms since the epoch. */
interface Session {
  uuid: string;
  from: number;
  to: number;
}

/** One after the other, from hours before the cards were opened to hours after; some of them soon after one. */
const sessions: fc.Arbitrary<readonly Session[]> = fc
  .array(
    fc.record({
      pause: fc.integer({min: 1, max: 5_000}),
      length: fc.integer({min: 1, max: 4_000}),
    }),
    {minLength: 1, maxLength: 6},
  )
  .map((lengths) => {
    let now = OPENED_AT - 2 * 3600 * SECOND;
    return lengths.map(({pause, length}, index) => {
      const from = now + pause * SECOND;
      now = from + length * SECOND;
      return {uuid: `uuid-${index}==`, from, to: now};
    });
  });

/** What Zoom tells of a session: always when it began; its people as it likes. */
function eventsOf({uuid, from, to}: Session, aheadMs: number): readonly MeetingEvent[] {
  const told = {number: NUMBER, uuid, hostId: 'zoom-ana', accountId: 'acc-1'};
  const came = {...told, participant: {stayId: uuid, name: uuid}, where: 'meeting'} as const;
  const receivedAt = to - aheadMs + SECOND;
  return [
    {...told, kind: 'started', startedAt: from, receivedAt},
    {...came, kind: 'joined', at: from, receivedAt},
    {...came, kind: 'left', at: to, receivedAt},
    {...told, kind: 'ended', startedAt: from, endedAt: to, receivedAt},
  ];
}

const history = fc.record({
  sessions,
  /** Seconds after the first one could begin. */
  openedAfter: fc.integer({min: 0, max: 30_000}),
  aheadMs: fc.constantFrom(0, -420_000, 420_000),
});

/** Opened at that time; Zoom was asked whether something ran, as a start asks it. */
function openCard(known: readonly Session[], zoomTime: number, aheadMs: number): Card {
  const runs = known.find(({from, to}) => from < zoomTime && zoomTime < to);
  const {meeting} = createSampleCard();
  const personal = {
    ...meeting,
    number: NUMBER,
    uuid: runs?.uuid,
    ...(runs === undefined && {since: zoomTime}),
  };
  return cardOf(intentOf('intent-1', {kind: 'personal', openedAt: zoomTime - aheadMs}), personal);
}

/** The only session that a card may ever know of. */
const own = (known: readonly Session[], zoomTime: number): Session | undefined => {
  const runs = known.find(({from, to}) => from < zoomTime && zoomTime < to);
  const next = known.find(({from}) => from >= zoomTime);
  return runs ?? (next && next.from - zoomTime < NOBODY_CAME_AFTER_MS ? next : undefined);
};

describe('a card of a personal meeting ID among all sessions of the number', () => {
  it('P2 ends as its own session did, in any order and with any repetition, and knows nobody of the others', () => {
    const delivered = history.chain((given) => {
      const events = given.sessions.flatMap((session) => eventsOf(session, given.aheadMs));
      const starts = events.filter(({kind}) => kind === 'started' || kind === 'ended');
      return fc.record({
        given: fc.constant(given),
        // The first word about a session names its beginning; what its people do may come before that of others.
        order: fc
          .shuffledSubarray([...starts, ...starts], {minLength: starts.length * 2})
          .map((shuffled) => [...shuffled, ...events]),
      });
    });
    fc.assert(
      fc.property(delivered, ({given, order}) => {
        const zoomTime = OPENED_AT - 2 * 3600 * SECOND + given.openedAfter * SECOND;
        const card = openCard(given.sessions, zoomTime, given.aheadMs);
        const folded = order.reduce(applyEvent, card);
        const session = own(given.sessions, zoomTime);
        if (session === undefined) {
          expect(folded).toBe(card);
          return;
        }
        expect(folded.occurrence).toBe(session.uuid);
        expect([cardState(folded), cardStart(folded), folded.endedAt]).toEqual([
          'ended',
          session.from,
          session.to,
        ]);
        expect(folded.stays?.map(({name}) => name)).toEqual([session.uuid]);
      }),
    );
  });
});
