import type {Card} from '../domain/card.js';
import type {Cards} from '../ports/cards.js';

/** A card, as a button or a request names it. */
export interface NamedCard {
  cardId: string;
  number: string;
}

/** `undefined`: there is no such card. Rejects with what cards reject with. */
export async function findCard(
  cards: Pick<Cards, 'ofNumber'>,
  {cardId, number}: NamedCard,
): Promise<Card | undefined> {
  const stored = await cards.ofNumber(number);
  const card = stored.cards.find(({id}) => id === cardId);
  if (card === undefined && stored.unreadable !== undefined) throw stored.unreadable;
  return card;
}
