import {type Card, isOver} from '../domain/card.js';
import type {StartPlace} from '../domain/start-place.js';
import type {Cards} from '../ports/cards.js';
import type {Intents} from '../ports/intents.js';
import {advisoryCard} from './advisory-card.js';

/** Rejects when the store fails. */
export type FindOpenCardsAt = (place: StartPlace) => Promise<readonly Card[]>;

interface FindOpenCardsAtDeps {
  cards: Cards;
  intents: Pick<Intents, 'inStore'>;
}

/**
 * The meetings of a place that are not over, newest first: all of a channel, and of a thread those that were started in
 * it or whose card it hangs below. Whichever node has started them.
 */
export const createFindOpenCardsAt =
  ({cards, intents}: FindOpenCardsAtDeps): FindOpenCardsAt =>
  async ({channelId, rootId}) => {
    const candidates = await intents.inStore(channelId);
    const found = await Promise.all(candidates.map((intent) => advisoryCard(cards, intent)));
    return found.filter(
      (card): card is Card =>
        card !== undefined &&
        !isOver(card) &&
        card.postGone !== true &&
        ['', card.rootId, card.postId].includes(rootId),
    );
  };
