import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import {ZOOM_HOSTS} from '../../contract/link-rules.js';
import {applyEvent} from '../../server/core/domain/apply-event.js';
import type {MeetingEvent} from '../../server/core/domain/events.js';
import {zoomTrouble} from '../../server/core/ports/port-error.js';
import {createLookAtJoinable} from '../../server/core/usecases/look-at-joinable.js';
import {createRecentAnswers} from '../../server/core/usecases/recent-answers.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {createFakeWorld} from '../support/fake-world.js';
import {ana} from '../support/people.js';
import {createSampleCard, OPENED_AT} from '../support/sample-card.js';
import {runsOf} from '../support/thorough.js';

const NUMBER = '85512345678';
const LINK = `https://zoom.us/j/${NUMBER}?pwd=abc`;
/** All times are seconds since the card was opened. */
const LAST = 900;
/** Seconds: what Zoom said is kept for a minute, its API may be ten behind its webhooks, a failure is kept for five. */
const LATEST = 60 + 10 + 5 + 1;

interface Occurrence {
  uuid: string;
  from: number;
  to: number;
}

interface History {
  occurrences: readonly Occurrence[];
  hasCard: boolean;
  /** Zoom tells it so many seconds later, in this order: started and ended of each. */
  delays: readonly number[];
  /** While Zoom answers nothing. */
  fails: {from: number; to: number};
  /** Somebody looks every so many seconds, as a page does that waits. */
  every: number;
}

const lasting = fc.tuple(fc.integer({min: 20, max: 200}), fc.integer({min: 5, max: 200}));
const histories: fc.Arbitrary<History> = fc.record({
  occurrences: fc.array(lasting, {minLength: 1, maxLength: 3}).map((parts) => {
    let at = 0;
    return parts.map(([pause, length], index) => {
      const from = at + pause;
      at = from + length;
      return {uuid: `uuid-${index}==`, from, to: at};
    });
  }),
  hasCard: fc.boolean(),
  delays: fc.array(fc.oneof(fc.integer({min: 0, max: 5}), fc.integer({min: 0, max: 400})), {
    minLength: 6,
    maxLength: 6,
  }),
  fails: fc.tuple(fc.integer({min: 0, max: LAST}), fc.integer({min: 0, max: 120})).map(([from, length]) => ({
    from,
    to: from + length,
  })),
  every: fc.integer({min: 3, max: 25}),
});

const runsAt = ({occurrences}: History, at: number): boolean =>
  occurrences.some(({from, to}) => from <= at && at < to);

/** Whether it has been so since long enough. */
const holdsSince = (now: number, is: (at: number) => boolean): boolean =>
  Array.from({length: LATEST + 1}, (_, ago) => now - ago).every((at) => at >= 0 && is(at));

const timeOf = (at: number): number => OPENED_AT + at * 1_000;

/** What Zoom tells, by when it arrives. */
const toldOf = ({
  occurrences,
  delays,
}: History): readonly {at: number; event: MeetingEvent<'started' | 'ended'>}[] =>
  occurrences.flatMap(({uuid, from, to}, index) => {
    const [startedAfter = 0, endedAfter = 0] = delays.slice(2 * index);
    const about = {number: NUMBER, uuid, startedAt: timeOf(from)};
    const [begun, over] = [from + startedAfter, to + endedAfter];
    return [
      {at: begun, event: {...about, kind: 'started' as const, receivedAt: timeOf(begun)}},
      {at: over, event: {...about, kind: 'ended' as const, endedAt: timeOf(to), receivedAt: timeOf(over)}},
    ];
  });

/** @returns what somebody saw, by when */
async function live(history: History): Promise<readonly {at: number; state: string}[]> {
  const world = createFakeWorld();
  const now = (): number => Math.floor((world.clock.now() - OPENED_AT) / 1_000);
  const cards = createCards(world);
  if (history.hasCard)
    await cards.add(createSampleCard({meeting: {...createSampleCard().meeting, uuid: ''}}));
  world.zoom.operations.getMeeting = async () => {
    if (history.fails.from <= now() && now() < history.fails.to) throw zoomTrouble({kind: 'timeout'});
    const status = runsAt(history, now()) ? 'started' : 'waiting';
    return {
      id: NUMBER,
      host_id: 'zoom-ana',
      topic: 'Planning',
      type: 2,
      status,
      join_url: LINK,
      password: 'p',
    };
  };
  const look = createLookAtJoinable({
    zoom: world.zoom,
    cards,
    recentLooks: createRecentAnswers({clock: world.clock, keptMs: 60_000, failedMs: 5_000}),
    within: (ask) => ask(new AbortController().signal),
    clock: world.clock,
    logger: world.logger,
    accountId: 'acc-1',
    hosts: ZOOM_HOSTS,
  });
  const host = {userId: ana.id, zoomUserId: 'zoom-ana'};
  const told = toldOf(history);
  const seen: {at: number; state: string}[] = [];
  for (let at = 0; at <= LAST; at += 1) {
    for (const {event} of told.filter((each) => each.at === at)) {
      await cards.ofNumber(NUMBER).then((stored) => stored.update((card) => applyEvent(card, event)));
    }
    if (at % history.every === 0) {
      const looked = await look({number: NUMBER, kind: 'meeting', topic: '', host});
      seen.push({at, state: looked.kind === 'seen' ? looked.meeting.state : looked.kind});
    }
    world.clock.advance(1_000);
  }
  return seen;
}

it('R-06 Nobody waits for ever for a meeting that runs, or enters one for long that is over, in whatever order it is told', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const isAnswered = (at: number): boolean => at < history.fails.from || at >= history.fails.to;
      for (const {at, state} of await live(history)) {
        if (holdsSince(at, (then) => runsAt(history, then) && isAnswered(then)))
          expect([at, state]).toEqual([at, 'live']);
        if (holdsSince(at, (then) => !runsAt(history, then))) expect([at, state]).not.toEqual([at, 'live']);
      }
    }),
    {numRuns: runsOf(400)},
  );
}, 300_000);
