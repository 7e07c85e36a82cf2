import {type Card, isOver} from '../domain/card.js';
import type {StartPlace} from '../domain/start-place.js';
import type {Cards} from '../ports/cards.js';
import type {Intents} from '../ports/intents.js';
import type {OpenCards} from '../ports/open-cards.js';
import {hasCode} from '../ports/port-error.js';

/** Rejects when the store fails. */
export type FindOpenCardsAt = (place: StartPlace, number?: string) => Promise<readonly Card[]>;

interface FindOpenCardsAtDeps {
  cards: Cards;
  intents: Pick<Intents, 'inStore'>;
  openCards: Pick<OpenCards, 'list'>;
}

/**
 * The meetings of a place that are not over, newest first: all of a channel, and of a thread those that were started in
 * it or whose card it hangs below. Whichever node has started them; those that were brought here as soon as they run.
 *
 * `number`: of that number alone, also while it is only planned; '': of any.
 */
export const createFindOpenCardsAt =
  (deps: FindOpenCardsAtDeps): FindOpenCardsAt =>
  async ({channelId, rootId}, number = '') => {
    const numbers = number === '' ? await numbersIn(deps, channelId) : [number];
    const found = (await Promise.all(numbers.map((number) => cardsOf(deps.cards, number)))).flat();
    return found
      .filter(
        (card) =>
          card.channelId === channelId &&
          !isOver(card) &&
          card.postGone !== true &&
          ['', card.rootId, card.postId].includes(rootId),
      )
      .sort((one, other) => other.openedAt - one.openedAt);
  };

async function numbersIn(
  {intents, openCards}: FindOpenCardsAtDeps,
  channelId: string,
): Promise<readonly string[]> {
  const [opened, open] = await Promise.all([
    intents.inStore(channelId),
    openCards.list().catch(noneWhereUnreadable),
  ]);
  const started = opened.flatMap(({meeting}) => (meeting === undefined ? [] : [meeting.number]));
  const running = open.filter((one) => one.channelId === channelId).map(({number}) => number);
  return [...new Set([...started, ...running])];
}

/** One that cannot be read keeps nobody from the others. */
const cardsOf = (cards: Cards, number: string): Promise<readonly Card[]> =>
  cards.ofNumber(number).then((stored) => stored.cards, noneWhereUnreadable);

function noneWhereUnreadable(error: unknown): readonly never[] {
  if (hasCode(error, 'record-unreadable')) return [];
  throw error;
}
