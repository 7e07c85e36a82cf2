import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {attendance} from '../../server/core/domain/attendance.js';
import {type Card, cardEnd, cardStart, cardState} from '../../server/core/domain/card.js';
import {zoomPostProps} from '../../server/core/domain/post-props.js';
import {needsShowing} from '../../server/core/usecases/card-revision.js';
import {createCards} from '../../server/outbound/store/cards.js';
import {isThorough} from '../support/thorough.js';
import {type History, histories, type Second, type Story} from './histories/history.js';
import {type Life, live} from './histories/live.js';
import {msOf} from './histories/told.js';
import {followed, type Truth, truthAt} from './histories/truth.js';

const RUNS = isThorough() ? 1_000 : 60;

async function cardsOf({world}: Life, story: Story): Promise<{card: Card; openedAt: Second}[]> {
  const {cards} = await createCards(world).ofNumber(story.number);
  return story.cards.flatMap(({id, at}) => {
    const card = cards.find((each) => each.id === id);
    return card === undefined ? [] : [{card, openedAt: at}];
  });
}

const truthOf = (life: Life, story: Story, openedAt: Second, now: Second): Truth =>
  truthAt(
    followed(story, openedAt, ({uuid}) => life.known.has(uuid)),
    openedAt,
    now,
  );

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

/** Whoever looks while everything has been told sees what is true. */
const seesTruth =
  ({stories}: History) =>
  async (life: Life): Promise<void> => {
    const now = life.now();
    for (const story of stories) {
      for (const {card, openedAt} of await cardsOf(life, story)) {
        const said = saidBy(card);
        const truth = truthOf(life, story, openedAt, now);
        if (life.isToldUntil(now) && isCalm(story, now) && truth.state !== 'expired')
          expect(said).toEqual(inMs(truth));
      }
    }
  };

/** In the end, every card is over, and its post shows what it says. */
async function endsInTruth(life: Life, {stories}: History, {isAllTold}: {isAllTold: boolean}): Promise<void> {
  for (const story of stories) {
    for (const {card, openedAt} of await cardsOf(life, story)) {
      const truth = inMs(truthOf(life, story, openedAt, life.now()));
      const said = saidBy(card);
      if (isAllTold) expect(said).toEqual(truth);
      else {
        expect(said).toMatchObject({...truth, tookPart: expect.any(Number)});
        expect(said.tookPart).toBeLessThanOrEqual(truth.tookPart);
      }
      expect(needsShowing(card)).toBe(false);
      expect(life.world.chat.posts.get(card.postId)?.props).toMatchObject(zoomPostProps(card));
    }
  }
}

describe('The cards of meetings under several numbers, on two nodes that die and fail', () => {
  it('P2 say at any time who is in, who waits and who was in, whatever comes late, twice or in another order', async () => {
    await fc.assert(
      fc.asyncProperty(histories('none'), async (history) => {
        const life = await live(history, seesTruth(history));
        await endsInTruth(life, history, {isAllTold: true});
      }),
      {numRuns: RUNS},
    );
  });

  it.each(['some', 'all'] as const)(
    'R-02 end with the times of their meetings where %s of what Zoom told was lost',
    async (losses) => {
      await fc.assert(
        fc.asyncProperty(histories(losses), async (history) => {
          const life = await live(history, async () => undefined);
          await endsInTruth(life, history, {isAllTold: false});
        }),
        {numRuns: RUNS},
      );
    },
  );
});
