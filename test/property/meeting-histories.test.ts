import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {attendance} from '../../server/core/domain/attendance.js';
import {type Card, cardEnd, cardStart, cardState} from '../../server/core/domain/card.js';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {runsOf} from '../support/thorough.js';
import {type History, histories, type Second, slotOf, type Story} from './histories/history.js';
import {type Life, live} from './histories/live.js';
import {msOf} from './histories/told.js';
import {followed, mostWhoTookPart, type Truth, truthAt} from './histories/truth.js';

/** All of them, on a machine that does ten things at once. */
const TIME_MS = 300_000;
const RUNS = runsOf(150);

async function cardsOf({world}: Life, story: Story): Promise<{card: Card; openedAt: Second}[]> {
  const {cards} = await createCards(world).ofNumber(story.number);
  return story.cards.flatMap(({id, at}) => {
    const card = cards.find((each) => each.id === id);
    return card === undefined ? [] : [{card, openedAt: at}];
  });
}

/** `isAllTold`: nothing is lost, so that sooner or later we know of every occurrence when it began. */
const occurrenceOf = (life: Life, story: Story, openedAt: Second, {isAllTold}: {isAllTold: boolean}) =>
  followed(story, openedAt, ({uuid}) => (isAllTold ? 0 : life.known.get(uuid)));

/** What a card says, in the words of the truth. */
function saidBy(card: Card): Record<keyof Truth, unknown> {
  const {present, waiting, tookPart} = attendance(card);
  return {
    state: cardState(card),
    from: cardStart(card),
    to: cardEnd(card),
    present: present.count,
    waiting,
    tookPart: tookPart.count,
  };
}

const inMs = ({from, to, ...truth}: Truth) => ({
  ...truth,
  from: from === undefined ? undefined : msOf(from),
  to: to === undefined ? undefined : msOf(to),
});

/** Nothing is about to change, so that it does not matter to the second when one looks. */
const isCalm = ({occurrences}: Story, now: Second): boolean =>
  occurrences
    .flatMap(({from, to, visits}) => [from, to, ...visits.flatMap(({steps}) => steps.map(({at}) => at))])
    .every((at) => at > now + 3 || at < now - 3);

const HOUR = 3_600;
/** Longer than anything is late. */
const LATE = 600;

/**
 * Who came before the card was opened, it may not know; nor who came when its time had passed, where that is told
 * before the start that was just in time.
 */
function hasSeenAll({plans}: Story, {from}: Truth, openedAt: Second): boolean {
  if (from === undefined) return true;
  if (plans === undefined) return from >= openedAt && from < openedAt + HOUR - LATE;
  const slot = slotOf(plans.then);
  // Whoever waits for the host comes up to 40 s before the beginning.
  return from >= slot.from + 60 && from < slot.to - LATE;
}

/** Whoever looks while everything has been told sees what is true. */
const seesTruth =
  ({stories}: History) =>
  async (life: Life): Promise<void> => {
    const now = life.now();
    for (const story of stories) {
      for (const {card, openedAt} of await cardsOf(life, story)) {
        const said = saidBy(card);
        const truth = truthAt(story, occurrenceOf(life, story, openedAt, {isAllTold: true}), openedAt, now);
        const isTold = life.isToldUntil(now) && isCalm(story, now) && truth.state !== 'expired';
        if (isTold && hasSeenAll(story, truth, openedAt)) expect(said).toEqual(inMs(truth));
      }
    }
  };

/** In the end, every card is over, and its post shows what it says. */
async function endsInTruth(life: Life, {stories}: History, all: {isAllTold: boolean}): Promise<void> {
  for (const story of stories) {
    for (const {card, openedAt} of await cardsOf(life, story)) {
      const occurrence = occurrenceOf(life, story, openedAt, all);
      const truth = truthAt(story, occurrence, openedAt, life.now());
      const said = saidBy(card);
      if (all.isAllTold && hasSeenAll(story, truth, openedAt)) expect(said).toEqual(inMs(truth));
      else if (!life.unsure.has(story.number)) {
        expect(said).toEqual({...inMs(truth), tookPart: expect.any(Number)});
        if (occurrence !== undefined)
          expect(said.tookPart).toBeLessThanOrEqual(mostWhoTookPart(story, occurrence));
      }
      expect(life.world.chat.posts.get(card.postId)?.props).toMatchObject(zoomPostProps(card));
    }
  }
}

describe('The cards of meetings under several numbers, on two nodes that die and fail', () => {
  it(
    'P2 say at any time who is in, who waits and who was in, whatever comes late, twice or in another order',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories('none'), async (history) => {
          const life = await live(history, seesTruth(history));
          await endsInTruth(life, history, {isAllTold: true});
        }),
        {numRuns: RUNS, endOnFailure: true},
      );
    },
    TIME_MS,
  );

  it.each(['some', 'all'] as const)(
    'R-02 end with the times of their meetings where %s of what Zoom told was lost',
    async (losses) => {
      await fc.assert(
        fc.asyncProperty(histories(losses), async (history) => {
          const life = await live(history, async () => undefined);
          await endsInTruth(life, history, {isAllTold: false});
        }),
        {numRuns: RUNS, endOnFailure: true},
      );
    },
    TIME_MS,
  );
});
