import {type Card, cardState} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';
import type {Intents} from '../ports/intents.js';
import {advisoryCard} from './advisory-card.js';

/** The meetings that somebody hosts here and that run now, in any channel. Rejects when the store fails. */
export type FindOwnRunning = (userId: string) => Promise<readonly Card[]>;

interface FindOwnRunningDeps {
  cards: Cards;
  intents: Pick<Intents, 'inStore'>;
}

/** One row names those that are open, so that this costs little where somebody has none. Zoom is not asked. */
export const createFindOwnRunning =
  ({cards, intents}: FindOwnRunningDeps): FindOwnRunning =>
  async (userId) => {
    const theirs = (await intents.inStore()).filter((intent) => intent.userId === userId);
    const found = await Promise.all(theirs.map((intent) => advisoryCard(cards, intent)));
    return found.filter((card): card is Card => card !== undefined && cardState(card) === 'live');
  };
