import {type Card, cardState} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';
import type {OpenCards} from '../ports/open-cards.js';

/**
 * The meetings that somebody hosts here and that run now, in any channel. What other nodes have opened within
 * two minutes may be missing. Rejects when the store fails.
 */
export type FindOwnRunning = (userId: string) => Promise<readonly Card[]>;

interface FindOwnRunningDeps {
  cards: Cards;
  openCards: Pick<OpenCards, 'listKnown'>;
}

/** Zoom lets nobody run more than two. Each costs a read. */
const MAX_LOOKED_AT = 5;

/** One row names what is open, and is known for a minute: whoever has nothing open costs nothing more. */
export const createFindOwnRunning =
  ({cards, openCards}: FindOwnRunningDeps): FindOwnRunning =>
  async (userId) => {
    const theirs = (await openCards.listKnown())
      .filter(({hostUserId}) => hostUserId === userId)
      .toSorted((a, b) => b.openedAt - a.openedAt);
    const numbers = [...new Set(theirs.map(({number}) => number))].slice(0, MAX_LOOKED_AT);
    const stored = await Promise.all(numbers.map((number) => cards.ofNumber(number)));
    return stored
      .flatMap((ofNumber) => ofNumber.cards)
      .filter((card) => card.host.userId === userId && cardState(card) === 'live' && card.postGone !== true);
  };
